// Writes matches of coins that left a party and yuan that came in to it: accepted, proposed, rejected.
// Takes $case, $run, $rows. Returns nothing. Written again, it changes nothing.
UNWIND $rows AS row
MERGE (cash_out:CashOut {case: $case, run: $run, id: row.id})
SET cash_out += {
  side: row.side, pairing: row.pairing, asset: row.asset, quantity: row.quantity, quantity_approx: row.quantity_approx,
  amount: row.amount, amount_approx: row.amount_approx, rate: row.rate, coin_at: datetime({epochMillis: row.coinAt}),
  yuan_at: datetime({epochMillis: row.yuanAt}), day: row.day, grade: row.grade, status: row.status, score: row.score,
  rivals: row.rivals, rival_scores: row.rivalScores, chance: row.chance, why: row.why,
  band_basis: row.bandBasis, orders: row.orders, overturned: row.overturned, caption: row.caption
}
WITH row, cash_out
MATCH (party:Party {case: $case, run: $run, id: row.party})
MERGE (cash_out)-[:BY]->(party)
WITH row, cash_out
CALL (row, cash_out) {
  MATCH (payee:Party {case: $case, run: $run, id: row.payee})
  MERGE (cash_out)-[:PAID_TO]->(payee)
}
CALL (row, cash_out) {
  UNWIND row.coins AS id
  MATCH (coin:Transfer {case: $case, id: id})
  WHERE coin.since <= $run AND $run < coin.until
  MERGE (cash_out)-[:COINS]->(coin)
}
CALL (row, cash_out) {
  UNWIND row.yuan AS id
  MATCH (yuan:Transfer {case: $case, id: id})
  WHERE yuan.since <= $run AND $run < yuan.until
  MERGE (cash_out)-[:YUAN]->(yuan)
}
