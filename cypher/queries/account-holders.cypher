// zh: 一个账户归谁：每条归属依据、起止、可信度，撤回的也列
// en: Who holds one account: every claim with its dates and confidence, withdrawn ones too
// param account: text — 账号，可不写网络 / account, with or without its network
// returns account: text — 账号 / account
// returns party: text — 姓名或名称 / party
// returns role: word roles — 角色 / role
// returns grade: word attributionGrades — 依据等级 / grade
// returns confidence: count — 可信度 / confidence
// returns from: instant — 起 / from
// returns until: instant — 止 / until
// returns withdrawn: text — 撤回日期 / withdrawn on
// returns why: text — 撤回理由 / why withdrawn
// returns source: text — 来源 / source
// returns claim: text — 归属编号 / claim
MATCH (a:Account {case: $case})<-[h:HOLDS]-(p:Party {run: $run})
WHERE $account IN [a.id, a.handle]
RETURN a.id AS account, p.name AS party, p.role AS role, h.grade AS grade, h.confidence AS confidence, h.from AS from,
  h.until AS until, coalesce(h.withdrawn, '') AS withdrawn, coalesce(h.withdrawn_why, '') AS why, h.source AS source,
  h.claim AS claim
ORDER BY account, h.rank, claim
