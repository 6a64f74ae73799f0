// Writes what a lead was paid with from when until when, stated by the case or estimated from the payments.
// Takes $case, $run, $rows. Returns nothing. Written again, it changes nothing.
UNWIND $rows AS row
MATCH (party:Party {case: $case, run: $run, id: row.party})
MERGE (rate:LeadRate {case: $case, run: $run, id: row.id})
SET rate += {
  payer: row.payer, group: row.group, from: row.from, until: row.until, lowest: row.lowest,
  lowest_approx: row.lowest_approx, highest: row.highest, highest_approx: row.highest_approx, stated: row.stated,
  payouts: row.payouts, caption: row.caption
}
MERGE (rate)-[:PAID_TO]->(party)
