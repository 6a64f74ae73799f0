// Writes who holds which account by which claim; a withdrawn claim stays, with its day and reason.
// Takes $case, $run, $rows. Returns nothing. Written again, it changes nothing.
// An account that is only claimed, and that no transfer touches, gets its node here.
UNWIND $rows AS row
MATCH (party:Party {case: $case, run: $run, id: row.party})
MERGE (account:Account {case: $case, id: row.account})
ON CREATE SET account.network = split(row.account, ':')[0],
  account.handle = substring(row.account, size(split(row.account, ':')[0]) + 1), account.derived = true
MERGE (party)-[holds:HOLDS {claim: row.id}]->(account)
SET holds += {
  grade: row.grade, confidence: row.confidence, source: row.source, rank: row.rank,
  from: CASE WHEN row.from IS NULL THEN null ELSE datetime({epochMillis: row.from}) END,
  until: CASE WHEN row.until IS NULL THEN null ELSE datetime({epochMillis: row.until}) END,
  withdrawn: row.withdrawn, withdrawn_why: row.withdrawnWhy
}
