// zh: 推定角色：仅凭付款，谁似什么角色，从何时到何时，可信度与理由；推定不计入任何合计
// en: Proposed roles: by payments alone, who looks like what, from when to when, how sure and why; in no total
// param who: text = '' — 姓名或账号，空为所有人 / name or account, empty for all
// returns name: text — 主体 / party
// returns unit: text — 编号或账号 / id or account
// returns role: word roles — 推定角色 / proposed role
// returns from: instant — 起 / from
// returns until: instant — 止 / until
// returns percent: count — 可信度（百分比） / confidence, percent
// returns listed: truth — 人员表已列 / in the people table
// returns differs: truth — 与登记不一致 / differs from what is given
// returns reasons: texts — 理由 / reasons
MATCH (h:Proposal {case: $case, run: $run, kind: 'role'})-[:ABOUT]->(unit)
WHERE $who = '' OR h.name = $who OR unit.id = $who
RETURN h.name AS name, unit.id AS unit, h.role AS role, h.from AS from, h.until AS until,
  toInteger(round(h.confidence * 100)) AS percent, h.listed AS listed, h.differs AS differs, h.reasons AS reasons
ORDER BY listed, role, unit, from
