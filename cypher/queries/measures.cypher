// zh: 冻结、扣押、退赃、退赔：人员、账户、数额、文书、到期日；不与涉案收支相抵
// en: Measures: what was frozen, seized, surrendered or paid back, by which document, until when; netted with nothing
// returns kind: word measures — 措施 / measure
// returns person: text — 人员 / person
// returns account: text — 账户 / account
// returns asset: asset — 币种 / asset
// returns amount: units — 数额 / amount
// returns document: text — 文书 / document
// returns from: instant — 起 / from
// returns until: instant — 到期 / until
MATCH (m:Measure {case: $case, run: $run})
OPTIONAL MATCH (m)-[:ABOUT]->(p:Party)
RETURN m.kind AS kind, coalesce(p.name, m.person) AS person, m.account AS account, m.asset AS asset,
  toInteger(m.amount) AS amount,
  m.document AS document, m.from AS from, m.until AS until
ORDER BY until, person, m.id
