// zh: 一个账户与谁往来：按方向、对方账户和币种合计
// en: Whom one account deals with: sums by direction, other account and asset
// param account: text — 账号，可不写网络 / account, with or without its network
// returns direction: text — 方向（in 收，out 付） / direction (in, out)
// returns other: text — 对方 / other side
// returns other_account: text — 对方账号 / other account
// returns asset: asset — 币种 / asset
// returns total: units — 合计 / total
// returns transfers: count — 笔数 / transfers
// returns first: instant — 首笔 / first
// returns last: instant — 末笔 / last
MATCH (a:Account {case: $case})
WHERE $account IN [a.id, a.handle]
CALL (a) {
  MATCH (a)<-[:TO]-(t:Transfer)<-[:SENT]-(b:Account)
  RETURN t, b, 'in' AS direction
  UNION ALL
  MATCH (a)-[:SENT]->(t:Transfer)-[:TO]->(b:Account)
  RETURN t, b, 'out' AS direction
}
WITH t, b, direction
WHERE t.since <= $run AND $run < t.until AND t.exclusion IS NULL
CALL (t, b) {
  OPTIONAL MATCH (b)<-[h:HOLDS]-(p:Party {run: $run})
  WHERE h.withdrawn IS NULL AND coalesce(h.from <= t.at, true) AND coalesce(t.at <= h.until, true)
  RETURN p.name AS other ORDER BY h.rank LIMIT 1
}
WITH direction, coalesce(other, '') AS other, b.id AS other_account, t.asset AS asset,
  sum(toInteger(t.amount)) AS total, count(t) AS transfers, min(t.at) AS first, max(t.at) AS last
RETURN direction, other, other_account, asset, total, transfers, first, last
ORDER BY direction, asset, total DESC, other_account, other
