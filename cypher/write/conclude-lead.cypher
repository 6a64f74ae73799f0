// Writes leads: how many people somebody brought into a lead group on a day, as reported or seen.
// Takes $case, $run, $rows. Returns nothing. Written again, it changes nothing.
UNWIND $rows AS row
MERGE (lead:Lead {case: $case, run: $run, id: row.id})
SET lead += {caller: row.caller, day: row.day, count: row.count, basis: row.basis, caption: row.caption}
WITH row, lead
MATCH (party:Party {case: $case, run: $run, id: row.party})
MERGE (lead)-[:BROUGHT_BY]->(party)
