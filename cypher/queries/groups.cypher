// zh: 聊天群：用途、成员数、引流几人，另有几次入群不算引流（自己人、托、重复入群、非引流群）
// en: Chat groups: purpose, members, leads that came in, and joins that are no leads (staff, shills, returners, other groups)
// returns group: text — 群号 / group
// returns name: text — 群名 / name
// returns purpose: word purposes — 用途 / purpose
// returns members: count — 成员 / members
// returns leads: count — 引流 / leads
// returns other_joins: count — 其他入群 / other joins
MATCH (g:Group {case: $case, run: $run})
RETURN g.id AS group, g.name AS name, g.purpose AS purpose, g.members AS members, g.leads AS leads,
  g.other_joins AS other_joins
ORDER BY leads DESC, group
