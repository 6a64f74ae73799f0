// Writes what people said on record, each tied to who said it, where that is somebody known.
// Takes $case, $run, $rows. Returns nothing. Written again, it changes nothing.
UNWIND $rows AS row
MERGE (said:Testimony {case: $case, run: $run, id: row.id})
SET said += {
  person: row.person, document: row.document, page: row.page, claim: row.claim, amount: row.amount,
  amount_approx: row.amount_approx, day: row.day, disputes: row.disputes, about: row.about, file: row.file,
  caption: row.caption
}
WITH row, said
MATCH (party:Party {case: $case, run: $run, id: row.party})
MERGE (said)-[:SAID_BY]->(party)
