// Writes roles and superiors that payments alone propose, each tied to whom it is about and to the superior: parties, or
// accounts of nobody known. Takes $case, $run, $rows. Returns nothing. Written again, it changes nothing.
UNWIND $rows AS row
MERGE (said:Proposal {case: $case, run: $run, id: row.id})
SET said += {
  kind: row.kind, name: row.name, role: row.role, superior: row.superior, from: datetime({epochMillis: row.from}),
  until: datetime({epochMillis: row.until}), confidence: row.confidence, status: row.status, reasons: row.reasons,
  transfers: row.transfers, listed: row.listed, differs: row.differs, caption: row.caption
}
WITH row, said
CALL (row, said) {
  MATCH (party:Party {case: $case, run: $run, id: row.unit})
  MERGE (said)-[:ABOUT]->(party)
}
CALL (row, said) {
  MATCH (account:Account {case: $case, id: row.unit})
  MERGE (said)-[:ABOUT]->(account)
}
CALL (row, said) {
  MATCH (party:Party {case: $case, run: $run, id: row.above})
  MERGE (said)-[:UNDER]->(party)
}
CALL (row, said) {
  MATCH (account:Account {case: $case, id: row.above})
  MERGE (said)-[:UNDER]->(account)
}
