// zh: 起点：境外上家（或案件指定的起点）各付了什么、多少、何时
// en: Where the flow began: what each overseas payer, or start that the case names, paid, and when
// returns label: text — 付款方 / payer
// returns account: text — 账号 / account
// returns asset: asset — 币种 / asset
// returns total: units — 合计 / total
// returns transfers: count — 笔数 / transfers
// returns first: instant — 首笔 / first
// returns last: instant — 末笔 / last
// returns source: text — 认定来源 / source
MATCH (s:Seed {case: $case, run: $run})-[:FROM]->(a:Account)
RETURN s.label AS label, a.id AS account, s.asset AS asset, s.amount AS total, s.count AS transfers, s.first AS first,
  s.last AS last, s.source AS source
ORDER BY asset, s.amount_approx DESC, account
