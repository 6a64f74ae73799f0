// zh: 某项数字达到标准的人：如留存、提成达到若干元
// en: People above a yardstick: whose kept, commissions or another figure reaches so many yuan
// param min: yuan — 标准（元） / yardstick (yuan)
// param figure: text = kept — 哪一项：received、passed-on、kept、wages、commissions… / which figure
// returns person: text — 姓名 / person
// returns id: text — 编号 / id
// returns role: word roles — 角色 / role
// returns group: text — 组别 / group
// returns value: fen — 金额 / value
// returns transfers: count — 笔数 / transfers
// returns figure_id: text — 数字编号 / figure's id
MATCH (f:Figure {case: $case, run: $run, name: $figure, asset: 'CNY'})-[:OF]->(p:Party)
WITH f, p, toInteger(f.value) AS value
WHERE value >= toInteger(round($min * 100))
RETURN p.name AS person, p.id AS id, p.role AS role, p.group AS group, value, f.count AS transfers, f.id AS figure_id
ORDER BY value DESC, id
