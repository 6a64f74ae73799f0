// zh: 供述与辩解：谁说了什么，在哪份笔录第几页；只作对照，不计入任何合计
// en: Testimony: who said what, in which record and page; it stands beside the figures and is in no total
// param who: text = '' — 姓名，空为所有人 / name, empty for all
// returns person: text — 姓名 / person
// returns document: text — 文书 / document
// returns page: text — 页码 / page
// returns claim: text — 陈述 / claim
// returns amount: fen — 金额 / amount
// returns day: text — 所指日期 / day
// returns disputes: truth — 是否辩解 / disputes
MATCH (t:Testimony {case: $case, run: $run})
WHERE $who = '' OR t.person = $who
RETURN t.person AS person, t.document AS document, t.page AS page, t.claim AS claim, toInteger(t.amount) AS amount,
  t.day AS day, t.disputes AS disputes
ORDER BY person, document, page, t.id
