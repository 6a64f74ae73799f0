// zh: 全案总账：外部流入 = 各人留存 + 运营支出 + 未查清
// en: The case in sums that must agree: inflow = kept by all + operating costs + unresolved
// returns name: text — 案件 / case
// returns inflow: fen — 外部流入 / inflow
// returns kept: fen — 留存合计 / kept
// returns operating: fen — 运营支出 / operating costs
// returns unresolved: fen — 未查清 / unresolved
// returns members: count — 成员 / members
// returns transfers: count — 合并后交易 / transfers
MATCH (s:Summary {case: $case, run: $run})
RETURN s.name AS name, toInteger(s.inflow) AS inflow, toInteger(s.kept) AS kept, toInteger(s.operating) AS operating,
  toInteger(s.unresolved) AS unresolved, COUNT { (p:Party {case: $case, run: $run}) WHERE p.member } AS members,
  s.transfers AS transfers
