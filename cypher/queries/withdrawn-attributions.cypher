// zh: 已撤回的账户归属：何时、为何撤回，涉及多少往来
// en: Withdrawn attributions: when and why, and how many transfers touch the account
// returns account: text — 账号 / account
// returns party: text — 原归属 / party
// returns withdrawn: text — 撤回日期 / withdrawn on
// returns why: text — 理由 / why
// returns source: text — 原来源 / source
// returns claim: text — 归属编号 / claim
// returns transfers: count — 涉及笔数 / transfers
MATCH (p:Party {case: $case, run: $run})-[h:HOLDS]->(a:Account)
WHERE h.withdrawn IS NOT NULL
RETURN a.id AS account, p.name AS party, h.withdrawn AS withdrawn, coalesce(h.withdrawn_why, '') AS why,
  h.source AS source, h.claim AS claim,
  COUNT { (a)-[:SENT|TO]-(t:Transfer) WHERE t.since <= $run AND $run < t.until AND t.exclusion IS NULL } AS transfers
ORDER BY withdrawn, account, claim
