// zh: 两人共有的账户：同一账户归于不同的人，注明期间是否重叠
// en: Accounts shared by two people: one account claimed for different people, and whether the claims overlap in time
// returns account: text — 账号 / account
// returns party: text — 甲 / first
// returns grade: word attributionGrades — 甲的依据等级 / first's grade
// returns source: text — 甲的来源 / first's source
// returns other: text — 乙 / second
// returns other_grade: word attributionGrades — 乙的依据等级 / second's grade
// returns other_source: text — 乙的来源 / second's source
// returns overlap: truth — 期间重叠 / overlap in time
MATCH (p:Party {case: $case, run: $run})-[h:HOLDS]->(a:Account)<-[g:HOLDS]-(q:Party {run: $run})
WHERE h.withdrawn IS NULL AND g.withdrawn IS NULL AND p <> q AND h.rank < g.rank
RETURN a.id AS account, p.name AS party, h.grade AS grade, h.source AS source, q.name AS other, g.grade AS other_grade,
  g.source AS other_source, coalesce(h.from <= g.until, true) AND coalesce(g.from <= h.until, true) AS overlap
ORDER BY account, h.rank, g.rank
