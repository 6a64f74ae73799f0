// zh: 谁付给谁：按付款人和收款人合计人民币，无人认领的账户以账号列示
// en: Who pays whom: yuan summed by payer and payee; an account nobody holds stands under its own id
// param min: yuan = 0 — 合计不少于（元） / total at least (yuan)
// returns payer: text — 付款人 / payer
// returns payer_id: text — 付款人编号或账号 / payer's id or account
// returns payee: text — 收款人 / payee
// returns payee_id: text — 收款人编号或账号 / payee's id or account
// returns total: fen — 合计 / total
// returns transfers: count — 笔数 / transfers
// returns first: instant — 首笔 / first
// returns last: instant — 末笔 / last
MATCH (from:Account {case: $case})-[:SENT]->(t:Transfer {asset: 'CNY'})-[:TO]->(to:Account)
WHERE t.since <= $run AND $run < t.until AND t.exclusion IS NULL
CALL (t, from) {
  OPTIONAL MATCH (from)<-[h:HOLDS]-(p:Party {run: $run})
  WHERE h.withdrawn IS NULL AND coalesce(h.from <= t.at, true) AND coalesce(t.at <= h.until, true)
  RETURN p AS payer ORDER BY h.rank LIMIT 1
}
CALL (t, to) {
  OPTIONAL MATCH (to)<-[h:HOLDS]-(p:Party {run: $run})
  WHERE h.withdrawn IS NULL AND coalesce(h.from <= t.at, true) AND coalesce(t.at <= h.until, true)
  RETURN p AS payee ORDER BY h.rank LIMIT 1
}
WITH coalesce(payer.id, from.id) AS payer_id, coalesce(payer.name, from.id) AS payer,
  coalesce(payee.id, to.id) AS payee_id, coalesce(payee.name, to.id) AS payee,
  sum(toInteger(t.amount)) AS total, count(t) AS transfers, min(t.at) AS first, max(t.at) AS last
WHERE payer_id <> payee_id AND total >= toInteger(round($min * 100))
RETURN payer, payer_id, payee, payee_id, total, transfers, first, last
ORDER BY total DESC, payer_id, payee_id
