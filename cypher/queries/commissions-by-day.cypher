// zh: 提成：按收款人和日期，多少笔、多少钱、计多少人
// en: Commissions by caller and day: how many, how much, for how many leads
// param who: text = '' — 姓名或编号，空为全部 / name or id, empty for all
// param certainty: text = documented — documented 有据，consistent 相符未定 / documented or consistent
// returns day: day — 日期 / day
// returns payee: text — 收款人 / payee
// returns payee_id: text — 编号 / id
// returns payers: count — 付款人数 / payers
// returns commissions: count — 笔数 / commissions
// returns total: fen — 提成 / commission
// returns leads: count — 计酬人数 / leads paid
MATCH (payer:Party {case: $case, run: $run})-[:PAID]->(c:Commission {certainty: $certainty})-[:PAID_TO]->(payee:Party)
WHERE $who = '' OR $who IN [payee.name, payee.id]
RETURN c.day AS day, payee.name AS payee, payee.id AS payee_id, count(DISTINCT payer) AS payers,
  count(c) AS commissions, sum(toInteger(c.commission)) AS total, sum(coalesce(c.leads, 0)) AS leads
ORDER BY day, payee, payee_id
