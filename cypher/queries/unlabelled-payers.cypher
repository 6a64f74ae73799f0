// zh: 付给成员而无人认领的账户：当时没有任何归属的付款方
// en: Unlabelled payers: accounts that paid members and that nobody was said to hold at the time
// param network: text = '' — 只看某网络，如 tron、wechat；空为全部 / only this network, such as tron; empty for all
// param min_transfers: integer = 1 — 至少几笔 / transfers at least
// returns account: text — 账号 / account
// returns name: text — 证据所载名称 / name in the evidence
// returns asset: asset — 币种 / asset
// returns total: units — 合计 / total
// returns transfers: count — 笔数 / transfers
// returns members: count — 收款成员 / members paid
// returns first: instant — 首笔 / first
// returns last: instant — 末笔 / last
MATCH (from:Account {case: $case})-[:SENT]->(t:Transfer)-[:TO]->(to:Account)
WHERE t.since <= $run AND $run < t.until AND t.exclusion IS NULL AND ($network = '' OR from.network = $network)
  AND NOT EXISTS {
    MATCH (from)<-[h:HOLDS]-(:Party {run: $run})
    WHERE h.withdrawn IS NULL AND coalesce(h.from <= t.at, true) AND coalesce(t.at <= h.until, true)
  }
CALL (t, to) {
  MATCH (to)<-[h:HOLDS]-(p:Party {run: $run})
  WHERE h.withdrawn IS NULL AND coalesce(h.from <= t.at, true) AND coalesce(t.at <= h.until, true)
  RETURN p AS member ORDER BY h.rank LIMIT 1
}
WITH from, t, member
WHERE member.member
WITH from.id AS account, max(t.from_name) AS name, t.asset AS asset, sum(toInteger(t.amount)) AS total,
  count(t) AS transfers, count(DISTINCT member) AS members, min(t.at) AS first, max(t.at) AS last
WHERE transfers >= $min_transfers
RETURN account, name, asset, total, transfers, members, first, last
ORDER BY transfers DESC, account, asset
