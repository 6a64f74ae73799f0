// zh: 小额发放：每个付款人付出的 5 至 10 元（可改）款项，多少人、多少笔、合计多少
// en: Small payouts: what each payer paid in amounts of 5 to 10 yuan (or others), to how many people, how often
// param min: yuan = 5 — 每笔不少于（元） / each at least (yuan)
// param max: yuan = 10 — 每笔不多于（元） / each at most (yuan)
// param role: text = leader — 付款人当日角色，空为不限 / payer's role on that day, empty for any
// returns payer: text — 付款人 / payer
// returns payer_id: text — 编号 / id
// returns group: text — 组别 / group
// returns payees: count — 收款人数 / payees
// returns payouts: count — 笔数 / payouts
// returns documented: count — 其中有据 / of these documented
// returns total: fen — 合计 / total
// returns first: instant — 首笔 / first
// returns last: instant — 末笔 / last
MATCH (payer:Party {case: $case, run: $run})-[:PAID]->(payout:Payout)-[:PAID_TO]->(payee:Party)
WITH payer, payout, payee, toInteger(payout.amount) AS fen
WHERE toInteger(round($min * 100)) <= fen AND fen <= toInteger(round($max * 100))
  AND ($role = '' OR payout.payer_role = $role)
RETURN payer.name AS payer, payer.id AS payer_id, payer.group AS group, count(DISTINCT payee) AS payees,
  count(payout) AS payouts, count(CASE WHEN payout.certainty = 'documented' THEN 1 END) AS documented,
  sum(fen) AS total, min(payout.at) AS first, max(payout.at) AS last
ORDER BY payouts DESC, payer_id
