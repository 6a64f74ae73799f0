// The same where an earlier try may have succeeded: transfers that are there are passed over.
// Takes $case, $run, $rows (lists of cells, in the order below). Returns nothing.
UNWIND $rows AS cell
WITH cell
WHERE NOT EXISTS { MATCH (:Transfer {case: $case, id: cell[0], since: $run}) }
MATCH (payer:Account {case: $case, id: cell[3]})
MATCH (payee:Account {case: $case, id: cell[4]})
CREATE (payer)-[:SENT]->(:Transfer {
  case: $case, since: $run, until: 9007199254740991,
  id: cell[0], aliases: cell[1], records: cell[2], from_account: cell[3], to_account: cell[4], from_name: cell[5],
  to_name: cell[6], asset: cell[7], amount: cell[8], gross: cell[9], refunded: cell[10],
  at: datetime({epochMillis: cell[11]}), time_text: cell[12], precision: cell[13], block: cell[14],
  block_index: cell[15], sequence: cell[16], medium: cell[17], type: cell[18], memo: cell[19], grade: cell[20],
  rule: cell[21], certain: cell[22], exclusion: cell[23], card: cell[24], tied: cell[25], amount_approx: cell[26],
  stretch: cell[27], rank: cell[28], digest: cell[29], caption: cell[30],
  transaction: cell[31]
})-[:TO]->(payee)
