// zh: 只见于一方的交易：证据全部来自付款方或全部来自收款方，缺另一方账户的明细
// en: Transfers seen from one side only: all their rows come from the payer's file, or all from the payee's
// param min: yuan = 0 — 每笔不少于（元） / each at least (yuan)
// returns seen_by: text — 见于（from 付款方，to 收款方） / seen by (from payer, to payee)
// returns missing: text — 缺明细的账号 / account whose file would show it
// returns time: instant — 时间 / time
// returns payer: text — 付款方名称 / payer's name
// returns payee: text — 收款方名称 / payee's name
// returns amount: fen — 金额 / amount
// returns rows: count — 证据行 / rows
// returns transfer: text — 交易标识 / transfer
MATCH (t:Transfer {case: $case, asset: 'CNY'})
WHERE t.since <= $run AND $run < t.until AND t.exclusion IS NULL AND toInteger(t.amount) >= toInteger(round($min * 100))
MATCH (r:Record)-[:SHOWS]->(t)
WITH t, collect(DISTINCT r.own) AS sides, count(r) AS rows
WHERE size(sides) = 1 AND sides[0] <> 'neither'
RETURN sides[0] AS seen_by, CASE sides[0] WHEN 'from' THEN t.to_account ELSE t.from_account END AS missing,
  t.at AS time, t.from_name AS payer, t.to_name AS payee, toInteger(t.amount) AS amount, rows, t.id AS transfer
ORDER BY amount DESC, transfer
