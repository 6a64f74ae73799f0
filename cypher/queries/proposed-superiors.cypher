// zh: 推定上级：仅凭付款，谁由谁按班组付款或拨款，从何时到何时，可信度与理由；换组可见
// en: Proposed superiors: by payments alone, whom somebody pays as one of a team or funds, from when to when, how sure and why
// param who: text = '' — 上级或下级的姓名，空为所有人 / name of either, empty for all
// returns superior: text — 推定上级 / proposed superior
// returns above: text — 上级编号或账号 / id or account
// returns name: text — 下级 / who answers to them
// returns unit: text — 下级编号或账号 / id or account
// returns from: instant — 起 / from
// returns until: instant — 止 / until
// returns percent: count — 可信度（百分比） / confidence, percent
// returns transfers: count — 笔数 / transfers
// returns differs: truth — 与登记不一致 / differs from what is given
// returns reasons: texts — 理由 / reasons
MATCH (above)<-[:UNDER]-(h:Proposal {case: $case, run: $run, kind: 'superior'})-[:ABOUT]->(unit)
WHERE $who = '' OR h.name = $who OR h.superior = $who
RETURN h.superior AS superior, above.id AS above, h.name AS name, unit.id AS unit, h.from AS from, h.until AS until,
  toInteger(round(h.confidence * 100)) AS percent, h.transfers AS transfers, h.differs AS differs, h.reasons AS reasons
ORDER BY superior, above, name, unit, from
