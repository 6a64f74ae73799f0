// zh: 领取多人报酬的人：两个以上付款人付过有据报酬，可见换组或一人多头
// en: People paid by several: documented pay from two or more payers, who changed groups or works for more than one
// param min_payers: integer = 2 — 至少几个付款人 / payers at least
// returns payee: text — 收款人 / payee
// returns payee_id: text — 编号 / id
// returns payers: texts — 付款人 / payers
// returns payouts: count — 笔数 / payouts
// returns total: fen — 合计 / total
// returns first: instant — 首笔 / first
// returns last: instant — 末笔 / last
MATCH (payer:Party {case: $case, run: $run})-[:PAID]->(payout:Payout {certainty: 'documented'})-[:PAID_TO]->(payee:Party)
WITH payee, payer, count(payout) AS payouts, sum(toInteger(payout.amount)) AS total, min(payout.at) AS first,
  max(payout.at) AS last
ORDER BY payer.name, payer.id
WITH payee, collect(payer.name) AS payers, sum(payouts) AS payouts, sum(total) AS total, min(first) AS first,
  max(last) AS last
WHERE size(payers) >= $min_payers
RETURN payee.name AS payee, payee.id AS payee_id, payers, payouts, total, first, last
ORDER BY size(payers) DESC, payee_id
