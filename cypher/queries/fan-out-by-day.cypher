// zh: 一个账户每天付给几人：按案件时区的日期，发放日一目了然
// en: How many accounts one account pays each day, by the case's own days: pay days stand out
// param account: text — 账号，可不写网络 / account, with or without its network
// param min_payees: integer = 1 — 当天至少付给几个账户 / accounts paid that day, at least
// returns day: day — 日期 / day
// returns payees: count — 收款账户 / accounts paid
// returns transfers: count — 笔数 / transfers
// returns total: fen — 合计 / total
MATCH (summary:Summary {case: $case, run: $run})
MATCH (a:Account {case: $case})-[:SENT]->(t:Transfer {asset: 'CNY'})-[:TO]->(b:Account)
WHERE $account IN [a.id, a.handle] AND t.since <= $run AND $run < t.until AND t.exclusion IS NULL
WITH date(datetime({datetime: t.at, timezone: summary.timezone})) AS day, t, b
WITH day, count(DISTINCT b) AS payees, count(t) AS transfers, sum(toInteger(t.amount)) AS total
WHERE payees >= $min_payees
RETURN day, payees, transfers, total
ORDER BY day
