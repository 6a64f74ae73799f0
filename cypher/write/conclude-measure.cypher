// Writes what was frozen, seized, surrendered or paid back, each tied to the person and the account it is about.
// Takes $case, $run, $rows. Returns nothing. Written again, it changes nothing.
UNWIND $rows AS row
MERGE (measure:Measure {case: $case, run: $run, id: row.id})
SET measure += {
  person: row.person, kind: row.kind, account: row.account, asset: row.asset, amount: row.amount,
  amount_approx: row.amount_approx, document: row.document, authority: row.authority, file: row.file,
  from: CASE WHEN row.from IS NULL THEN null ELSE datetime({epochMillis: row.from}) END,
  until: CASE WHEN row.until IS NULL THEN null ELSE datetime({epochMillis: row.until}) END, caption: row.caption
}
WITH row, measure
CALL (row, measure) {
  MATCH (about:Party {case: $case, run: $run, id: row.party})
  RETURN about
  UNION
  MATCH (about:Account {case: $case, id: row.account})
  RETURN about
}
MERGE (measure)-[:ABOUT]->(about)
