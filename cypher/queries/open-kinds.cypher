// zh: 性质未定的付款：双方身份已知，用途未定，金额大的在前
// en: Payments whose kind is open: both parties are known, the purpose is not; the largest first
// param min: yuan = 0 — 每笔不少于（元） / each at least (yuan)
// returns time: instant — 时间 / time
// returns payer: text — 付款人 / payer
// returns payee: text — 收款人 / payee
// returns amount: fen — 金额 / amount
// returns certainty: word certainties — 确定程度 / certainty
// returns reason: text — 理由 / reason
// returns transfer: text — 交易标识 / transfer
MATCH (payer:Party {case: $case, run: $run})-[:PAID]->(payout:Payout {kind: 'open'})-[:PAID_TO]->(payee:Party)
WITH payer, payout, payee, toInteger(payout.amount) AS amount
WHERE amount >= toInteger(round($min * 100))
RETURN payout.at AS time, payer.name AS payer, payee.name AS payee, amount, payout.certainty AS certainty,
  payout.reason_text AS reason, payout.id AS transfer
ORDER BY amount DESC, transfer
