// zh: 通话与出勤：每人拨打、接通、不同号码各多少，出勤几天，不足全天几天，被质检几次
// en: Calls and hours: how many each person called and reached, days worked, days short of full, times checked
// param min_calls: integer = 0 — 拨打次数至少 / calls at least
// returns person: text — 姓名 / person
// returns id: text — 编号 / id
// returns role: word roles — 角色 / role
// returns calls: count — 拨打 / calls
// returns answered: count — 接通 / answered
// returns long: count — 长通话 / long
// returns numbers: count — 不同号码 / numbers
// returns days: count — 出勤天数 / days
// returns short_days: count — 不足全天 / short days
// returns checked: count — 被质检 / checked
MATCH (w:Work {case: $case, run: $run})-[:OF]->(p:Party)
WHERE w.calls >= $min_calls
RETURN p.name AS person, p.id AS id, p.role AS role, w.calls AS calls, w.answered AS answered, w.long AS long,
  w.numbers AS numbers, w.days AS days, w.short_days AS short_days, w.checked AS checked
ORDER BY calls DESC, id
