// zh: 引流人数与计酬人数：每人上报、入群、有据计酬各多少，差多少
// en: Leads against pay: how many each person reported or joined, how many documented commissions paid for
// returns person: text — 姓名 / person
// returns id: text — 编号 / id
// returns group: text — 组别 / group
// returns reported: count — 上报 / reported
// returns joined: count — 入群 / joined
// returns paid: count — 有据计酬 / paid
// returns commission: fen — 有据提成 / commission
MATCH (p:Party {case: $case, run: $run})
WHERE p.member
CALL (p) {
  MATCH (lead:Lead {run: $run})-[:BROUGHT_BY]->(p)
  RETURN sum(CASE lead.basis WHEN 'reported' THEN lead.count ELSE 0 END) AS reported,
    sum(CASE lead.basis WHEN 'joined' THEN lead.count ELSE 0 END) AS joined
}
CALL (p) {
  MATCH (c:Commission {run: $run, certainty: 'documented'})-[:PAID_TO]->(p)
  RETURN sum(coalesce(c.leads, 0)) AS paid, sum(toInteger(c.commission)) AS commission
}
WITH p, reported, joined, paid, commission
WHERE reported + joined + paid > 0
RETURN p.name AS person, p.id AS id, p.group AS group, reported, joined, paid, commission
ORDER BY group, person, id
