// zh: 某天的兑现：卖出的币与到账的人民币，含待核和已否定的对应
// en: Cash-outs of a day: coins that left and yuan that came, those proposed or rejected too
// param day: day — 日期 / day
// returns party: text — 人员 / person
// returns side: word sides — 卖出或买入 / sold or bought
// returns coins_left: instant — 币转出 / coins left
// returns asset: asset — 币种 / asset
// returns quantity: units — 数量 / quantity
// returns yuan_came: instant — 人民币到账 / yuan came
// returns amount: fen — 人民币 / yuan
// returns rate: text — 单价 / rate
// returns score: text — 置信度 / confidence
// returns status: word statuses — 状态 / status
// returns grade: word grades — 证据等级 / grade
// returns cash_out: text — 对应标识 / cash-out
MATCH (c:CashOut {case: $case, run: $run, day: $day})-[:BY]->(p:Party)
RETURN p.name AS party, c.side AS side, c.coin_at AS coins_left, c.asset AS asset, c.quantity AS quantity, c.yuan_at AS yuan_came,
  c.amount AS amount, c.rate AS rate, toString(c.score) AS score,
  c.status AS status, c.grade AS grade, c.id AS cash_out
ORDER BY coins_left, cash_out
