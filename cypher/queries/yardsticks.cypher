// zh: 法定数额对照：每人的数值与规定数额逐项对照；不选择罪名，不作定性
// en: Thresholds of law against what is known of each person; no charge is chosen
// param who: text = '' — 姓名，空为所有人 / name, empty for all
// param rule: text = '' — 条款标识的开头，空为所有条款 / how the id of the rule begins, empty for all
// param reached: text = '' — documented、inferred、at-most、open、no、unknown，空为所有 / how surely, empty for all
// returns person: text — 姓名 / person
// returns number: text — 文号 / document
// returns article: text — 条 / article
// returns value: text — 对照数值 / value
// returns shown: text — 标准；有记录支持；连同推定或争议；上限 / threshold; documented; with inferred or disputed; at most
// returns reached: text — 对照结果 / reached
// returns in_force: text — 适用时间 / in force
// returns policies: texts — 在哪些推定规则下 / under which policies
// returns verified: truth — 条款是否已核对 / rule compared with the official text
// returns id: text — 编号 / id
MATCH (y:Yardstick {case: $case, run: $run})-[:OF]->(p:Party)
WHERE ($who = '' OR p.name = $who) AND y.rule STARTS WITH $rule AND ($reached = '' OR y.reached = $reached)
RETURN p.name AS person, y.number AS number, y.article AS article, y.measure_text AS value, y.shown AS shown,
  y.reached_text AS reached, y.in_force_text AS in_force, y.policies AS policies, y.verified AS verified, y.id AS id
ORDER BY person, id
