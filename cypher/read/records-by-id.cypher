// Records with these ids, by instant, then id. Takes $case, $ids. Returns what read/records does.
UNWIND $ids AS id
WITH DISTINCT id
MATCH (record:Record {case: $case, id: id})
WHERE record.reading > 0
MATCH (record)-[:IN]->(file:File)
WHERE record.reading = file.current
WITH file, record
ORDER BY record.at, record.id, record.receipt
RETURN [file.hash, record.id, record.at.epochMillis, record.source, record.institution, record.own, record.from_account,
  record.from_name, record.to_account, record.to_name, record.asset, record.amount,
  record.packet, record.refunded, record.time_text, record.precision, record.block, record.block_index, record.sequence,
  record.key_order, record.key_parent, record.key_merchant, record.key_clearing, record.key_log, record.medium,
  record.state, record.type, record.memo, record.balance, record.card, record.raw,
  record.other_file, record.sheet, record.row, record.part, record.chain, record.transaction, record.position, record.receipt] AS cells
