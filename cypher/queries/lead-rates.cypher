// zh: 提成单价沿革：每人每段时间每引流一人付多少，规则所载还是由付款推断
// en: Rates of a lead: what each person was paid for one from when until when, stated or estimated from the payments
// param who: text = '' — 姓名或编号，空为全部 / name or id, empty for all
// returns person: text — 姓名 / person
// returns id: text — 编号 / id
// returns group: text — 组别 / group
// returns payer: text — 付款人 / payer
// returns from: text — 起 / from
// returns until: text — 止 / until
// returns lowest: fen — 单价至少 / at least
// returns highest: fen — 单价至多 / at most
// returns stated: text — 规则所载 / stated
// returns payouts: count — 笔数 / payouts
MATCH (rate:LeadRate {case: $case, run: $run})-[:PAID_TO]->(p:Party)
WHERE $who IN ['', p.name, p.id]
OPTIONAL MATCH (payer:Party {case: $case, run: $run, id: rate.payer})
RETURN p.name AS person, p.id AS id, rate.group AS group, coalesce(payer.name, rate.payer) AS payer, rate.from AS from,
  rate.until AS until, toInteger(rate.lowest) AS lowest, toInteger(rate.highest) AS highest,
  CASE WHEN rate.stated THEN 'yes' ELSE 'no' END AS stated, rate.payouts AS payouts
ORDER BY group, id, from, payer
