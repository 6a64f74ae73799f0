// Purpose: payouts, each on the transfer that pays it, new.
// Parameters: $case; $rows: list of {id, transfer, since}
// Returns: nothing
UNWIND $rows AS row
MATCH (t:Transfer {case: $case, id: row.transfer, since: row.since})
CREATE (:Payout {case: $case, run: 1, id: row.id, kind: 'commission'})-[:PAYS]->(t)
