// zh: 待核的推定连线：未定的兑现对应，以及只凭金额与时间合并的交易
// en: Inferred links that are open: cash-outs nobody settled, and transfers joined by amount and time alone
// returns what: text — 连线（cash-out 兑现，merge 合并） / link
// returns id: text — 编号 / id
// returns party: text — 人员或付款人 / party or payer
// returns time: instant — 时间 / time
// returns amount: fen — 人民币 / yuan
// returns rate: text — 单价 / rate
// returns score: text — 置信度 / confidence
// returns rivals: count — 竞争对应 / rivals
// returns why: word cashOutWhys — 说明 / why
CALL () {
  MATCH (c:CashOut {case: $case, run: $run, status: 'proposed'})-[:BY]->(p:Party)
  WHERE NOT c.why IN ['leg-taken', 'weak']
  RETURN 'cash-out' AS what, c.id AS id, p.name AS party, c.yuan_at AS time, c.amount AS amount, c.rate AS rate,
    toString(c.score) AS score, size(c.rivals) AS rivals, c.why AS why
  UNION ALL
  MATCH (t:Transfer {case: $case, asset: 'CNY', certain: false})
  WHERE t.since <= $run AND $run < t.until AND t.exclusion IS NULL
  RETURN 'merge' AS what, t.id AS id, t.from_name AS party, t.at AS time, t.amount AS amount, '' AS rate, '' AS score,
    0 AS rivals, '' AS why
}
RETURN what, id, party, time, amount, rate, score, rivals, why
ORDER BY what, toInteger(amount) DESC, id
