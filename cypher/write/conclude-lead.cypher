// Writes leads: how many people somebody brought into a lead group on a day, as reported or seen.
// (:Payout)-[:BACKED_BY]->(:Lead) where it is behind a commission: one at most.
// Takes $case, $run, $rows. Returns nothing. Written again, it changes nothing.
UNWIND $rows AS row
MERGE (lead:Lead {case: $case, run: $run, id: row.id})
SET lead += {caller: row.caller, day: row.day, count: row.count, basis: row.basis, caption: row.caption}
WITH row, lead
MATCH (party:Party {case: $case, run: $run, id: row.party})
MERGE (lead)-[:BROUGHT_BY]->(party)
WITH row, lead
MATCH (payout:Payout {case: $case, run: $run, id: row.payout})
MERGE (payout)-[:BACKED_BY]->(lead)
