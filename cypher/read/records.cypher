// All records, or those of some files, by instant, then id.
// Takes $case, $hashes (null: all files). Returns a record's properties in the order that the program reads them in.
MATCH (file:File {case: $case})<-[:IN]-(record:Record)
WHERE record.reading = file.current AND ($hashes IS NULL OR file.hash IN $hashes)
WITH file, record
ORDER BY record.at, record.id, record.receipt
RETURN [file.hash, record.id, record.at.epochMillis, record.source, record.institution, record.own, record.from_account,
  record.from_name, record.to_account, record.to_name, record.asset, record.amount,
  record.packet, record.refunded, record.time_text, record.precision, record.block, record.block_index, record.sequence,
  record.key_order, record.key_parent, record.key_merchant, record.key_clearing, record.key_log, record.medium,
  record.state, record.type, record.memo, record.balance, record.card, record.raw,
  record.other_file, record.sheet, record.row, record.part, record.chain, record.transaction, record.position, record.receipt] AS cells
