// Writes payments for the work, and payments between known parties whose kind stayed open.
// Takes $case, $run, $rows. Returns nothing. Written again, it changes nothing.
// (payer:Party)-[:PAID]->(:Payout)-[:PAID_TO]->(payee:Party), (:Payout)-[:PAYS]->(:Transfer). One that holds a
// commission is a :Commission too.
UNWIND $rows AS row
MERGE (payout:Payout {case: $case, run: $run, id: row.id})
SET payout += {
  at: datetime({epochMillis: row.at}), day: row.day, kind: row.kind, certainty: row.certainty, grade: row.grade,
  payer_role: row.payerRole, payee_role: row.payeeRole, basis: row.basis, reason: row.reason,
  reason_text: row.reasonText, amount: row.amount, amount_approx: row.amount_approx, wage: row.wage,
  wage_approx: row.wage_approx, commission: row.commission, commission_approx: row.commission_approx,
  bonus: row.bonus, bonus_approx: row.bonus_approx, rounding: row.rounding, rounding_approx: row.rounding_approx,
  leads: row.leads, rate: row.rate, rate_approx: row.rate_approx, readings: row.readings,
  backing: row.backing, caption: row.caption
}
FOREACH (_ IN CASE WHEN row.commission <> '0' THEN [1] ELSE [] END | SET payout:Commission)
WITH row, payout
MATCH (payer:Party {case: $case, run: $run, id: row.payer}), (payee:Party {case: $case, run: $run, id: row.payee})
MERGE (payer)-[:PAID]->(payout)
MERGE (payout)-[:PAID_TO]->(payee)
WITH row, payout
MATCH (transfer:Transfer {case: $case, id: row.id})
WHERE transfer.since <= $run AND $run < transfer.until
MERGE (payout)-[:PAYS]->(transfer)
