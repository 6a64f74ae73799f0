// zh: 未见引流依据的提成：没有日报也没有入群记录可对应的有据提成
// en: Commissions without any lead: documented ones that no report and no join is behind
// returns at: instant — 时间 / at
// returns payer: text — 付款人 / payer
// returns payee: text — 收款人 / payee
// returns payee_id: text — 编号 / id
// returns group: text — 组别 / group
// returns commission: fen — 提成 / commission
// returns leads: count — 计酬人数 / leads paid
// returns payout: text — 交易标识 / transfer
MATCH (payer:Party {case: $case, run: $run})-[:PAID]->(c:Commission {certainty: 'documented'})-[:PAID_TO]->(p:Party)
WHERE NOT EXISTS { (c)-[:BACKED_BY]->(:Lead) }
RETURN c.at AS at, payer.name AS payer, p.name AS payee, p.id AS payee_id, p.group AS group,
  toInteger(c.commission) AS commission, c.leads AS leads, c.id AS payout
ORDER BY at, payout
