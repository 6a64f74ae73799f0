// zh: 每人收到、转发、留存的上下限：有记录支持的下限、可能的上限、上限的依据、其间所缺的证据
// en: What each person received, passed on and kept at least and at most, on what that rests, and the evidence missing in between
// param figure: text = received — 哪一项：received、passed-on、kept / which figure
// returns person: text — 姓名 / person
// returns role: word roles — 角色 / role
// returns group: text — 组别 / group
// returns documented: fen — 有据 / documented
// returns least: fen — 有记录支持的下限 / documented at least
// returns most: fen — 可能的上限，空为无依据 / possible at most, blank: nothing bounds it
// returns cap: text — 上限的依据 / why not more
// returns lacking: text — 所缺的证据 / missing evidence
// returns figure_id: text — 数字编号 / figure's id
MATCH (f:Figure {case: $case, run: $run, name: $figure, asset: 'CNY'})-[:OF]->(p:Party)
WHERE f.cap IS NOT NULL
RETURN p.name AS person, p.role AS role, p.group AS group, f.value AS documented, f.least AS least, f.most AS most,
  f.cap AS cap, f.lacking AS lacking, f.id AS figure_id
ORDER BY f.most_approx IS NULL DESC, f.most_approx - f.least_approx DESC, figure_id
