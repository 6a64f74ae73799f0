// Writes rows of evidence under a reading of their file.
// Takes $case, $hash, $reading, $rows (lists of cells, in the order below). Returns nothing.
MATCH (file:File {case: $case, hash: $hash})
UNWIND $rows AS cell
CREATE (:Record {
  case: $case, reading: $reading,
  id: cell[0], at: datetime({epochMillis: cell[1]}), source: cell[2], institution: cell[3], own: cell[4],
  from_account: cell[5], from_name: cell[6], to_account: cell[7], to_name: cell[8], asset: cell[9], amount: cell[10],
  packet: cell[11], refunded: cell[12], time_text: cell[13], precision: cell[14], block: cell[15],
  block_index: cell[16], sequence: cell[17], key_order: cell[18], key_parent: cell[19], key_merchant: cell[20],
  key_clearing: cell[21], key_log: cell[22], medium: cell[23], state: cell[24], type: cell[25], memo: cell[26],
  balance: cell[27], card: cell[28], raw: cell[29], other_file: cell[30], sheet: cell[31], row: cell[32],
  part: cell[33], chain: cell[34], transaction: cell[35], position: cell[36], receipt: cell[37], amount_approx: cell[38],
  ordinal: cell[39]
})-[:IN]->(file)
