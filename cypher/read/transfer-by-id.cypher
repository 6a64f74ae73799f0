// The transfer with this id in the run that holds. Takes $case, $id. Returns what read/transfers does.
MATCH (case:Case {case: $case})
MATCH (transfer:Transfer {case: $case, id: $id})
WHERE transfer.since <= case.run AND case.run < transfer.until
RETURN [transfer.id, transfer.aliases, transfer.records, transfer.from_account, transfer.to_account, transfer.from_name,
  transfer.to_name, transfer.asset, transfer.amount, transfer.gross, transfer.refunded, transfer.at.epochMillis,
  transfer.time_text, transfer.precision, transfer.block, transfer.block_index, transfer.sequence, transfer.medium,
  transfer.type, transfer.memo,
  transfer.grade, transfer.rule, transfer.certain, transfer.exclusion, transfer.card, transfer.tied,
  transfer.transaction] AS cells
