// zh: 一个人的流水：名下各账户的每一笔收付，按追踪次序
// en: One person's ledger: every movement of the accounts they held, in the order of tracing
// param who: text — 姓名或编号 / name or id
// returns time: instant — 时间 / time
// returns direction: text — 方向（in 收，out 付） / direction (in, out)
// returns account: text — 本人账号 / own account
// returns other: text — 对方 / other side
// returns other_account: text — 对方账号 / other account
// returns asset: asset — 币种 / asset
// returns amount: units — 金额 / amount
// returns kind: word kinds — 款项性质 / kind
// returns certainty: word certainties — 确定程度 / certainty
// returns memo: text — 附言 / memo
// returns exclusion: word exclusions — 剔除理由 / why kept apart
// returns transfer: text — 交易标识 / transfer
MATCH (person:Party {case: $case, run: $run})-[h:HOLDS]->(a:Account)
WHERE $who IN [person.name, person.id] AND h.withdrawn IS NULL
CALL (a) {
  MATCH (a)<-[:TO]-(t:Transfer)<-[:SENT]-(b:Account)
  RETURN t, b, 'in' AS direction
  UNION ALL
  MATCH (a)-[:SENT]->(t:Transfer)-[:TO]->(b:Account)
  RETURN t, b, 'out' AS direction
}
WITH person, h, a, t, b, direction
WHERE t.since <= $run AND $run < t.until
  AND coalesce(h.from <= t.at, true) AND coalesce(t.at <= h.until, true)
  AND NOT EXISTS {
    MATCH (a)<-[firmer:HOLDS]-(:Party {run: $run})
    WHERE firmer.withdrawn IS NULL AND firmer.rank < h.rank
      AND coalesce(firmer.from <= t.at, true) AND coalesce(t.at <= firmer.until, true)
  }
CALL (t, b) {
  OPTIONAL MATCH (b)<-[held:HOLDS]-(p:Party {run: $run})
  WHERE held.withdrawn IS NULL AND coalesce(held.from <= t.at, true) AND coalesce(t.at <= held.until, true)
  RETURN p.name AS holder ORDER BY held.rank LIMIT 1
}
OPTIONAL MATCH (payout:Payout {run: $run})-[:PAYS]->(t)
RETURN t.at AS time, direction, a.id AS account,
  coalesce(holder, CASE direction WHEN 'in' THEN t.from_name ELSE t.to_name END) AS other, b.id AS other_account,
  t.asset AS asset, t.amount AS amount, coalesce(payout.kind, '') AS kind, coalesce(payout.certainty, '') AS certainty,
  t.memo AS memo, coalesce(t.exclusion, '') AS exclusion, t.id AS transfer
ORDER BY t.stretch, t.at, t.rank, direction
