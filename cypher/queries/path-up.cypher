// zh: 从一笔红包或转账上溯到境外付款：每步只看付款前最近几笔、且单笔足以支付的流入，跨兑现，至多八步
// en: From one packet up to the overseas payer: each step takes the latest inflows that alone could have paid it, across cash-outs, at most eight steps
// param transfer: text — 交易标识 / transfer
// param width: integer = 3 — 每步看最近几笔流入 / inflows looked at in each step
// param paths: integer = 3 — 至多几条路径 / paths at most
// returns path: count — 路径 / path
// returns step: count — 步 / step
// returns time: instant — 时间 / time
// returns payer: text — 付款人 / payer
// returns payer_account: text — 付款账号 / payer's account
// returns payee: text — 收款人 / payee
// returns payee_account: text — 收款账号 / payee's account
// returns asset: asset — 币种 / asset
// returns amount: units — 金额 / amount
// returns grade: word grades — 证据等级 / grade
// returns cash_out: text — 由此兑现而来（推定） / came by this cash-out (inferred)
// returns transfer: text — 交易标识 / transfer
// A path is one admissible way, not proof of which coin paid: the shares of each policy stand in the findings.
MATCH (packet:Transfer {case: $case})
WHERE packet.since <= $run AND $run < packet.until AND $transfer IN [packet.id] + packet.aliases
WITH packet
ORDER BY packet.id
LIMIT 1
MATCH way = (packet)
  ((x:Transfer)<-[:SENT|CARD|YUAN]-(m)-[:TO|COINS]-(y:Transfer)
    WHERE y.since <= $run AND $run < y.until AND y.exclusion IS NULL
      // CASE, not AND and OR: the count is dear, and is asked for only where all else fits.
      AND CASE
        WHEN m.status IS NOT NULL THEN m.run = $run AND m.status IN ['accepted', 'confirmed']
        WHEN m.id = coalesce(x.card, x.from_account) AND y.asset = x.asset AND y.at <= x.at
          AND y.amount_approx >= x.amount_approx
        THEN COUNT {
            (m)<-[:TO]-(z:Transfer)
            WHERE z.since <= $run AND $run < z.until AND z.exclusion IS NULL AND z.asset = x.asset
              AND y.at < z.at AND z.at <= x.at AND z.amount_approx >= x.amount_approx
          } < $width
        ELSE false
      END
  ){0,8}(arrival:Transfer)
WHERE EXISTS { (arrival)<-[:SENT]-(:Account)<-[:FROM]-(:Seed {run: $run}) }
WITH nodes(way) AS nodes, [n IN nodes(way) WHERE n:Transfer | n.id] AS ids
ORDER BY size(nodes), ids
LIMIT $paths
WITH collect(nodes) AS ways
UNWIND range(0, size(ways) - 1) AS number
WITH number, ways[number] AS nodes
UNWIND range(0, size(nodes) / 2) AS hop
WITH number, nodes, hop, nodes[2 * hop] AS t, nodes[2 * hop + 1] AS above
MATCH (from:Account)-[:SENT]->(t)-[:TO]->(to:Account)
CALL (t, from) {
  OPTIONAL MATCH (from)<-[h:HOLDS]-(p:Party {run: $run})
  WHERE h.withdrawn IS NULL AND coalesce(h.from <= t.at, true) AND coalesce(t.at <= h.until, true)
  RETURN p.name AS payer ORDER BY h.rank LIMIT 1
}
CALL (t, to) {
  OPTIONAL MATCH (to)<-[h:HOLDS]-(p:Party {run: $run})
  WHERE h.withdrawn IS NULL AND coalesce(h.from <= t.at, true) AND coalesce(t.at <= h.until, true)
  RETURN p.name AS payee ORDER BY h.rank LIMIT 1
}
RETURN number + 1 AS path, size(nodes) / 2 - hop + 1 AS step, t.at AS time,
  coalesce(payer, t.from_name) AS payer, from.id AS payer_account, coalesce(payee, t.to_name) AS payee,
  to.id AS payee_account, t.asset AS asset, t.amount AS amount, t.grade AS grade,
  CASE WHEN above:CashOut THEN above.id ELSE '' END AS cash_out, t.id AS transfer
ORDER BY path, step
