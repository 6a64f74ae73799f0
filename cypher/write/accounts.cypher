// Makes the accounts that are not there yet.
// Takes $case, $rows ({id, network, handle}). Returns nothing.
UNWIND $rows AS row
MERGE (account:Account {case: $case, id: row.id})
ON CREATE SET account.network = row.network, account.handle = row.handle, account.derived = true
