// The transfers of the run that holds, in their total order. Takes $case.
// Returns a transfer's properties in the order that the program reads them in.
MATCH (case:Case {case: $case})
WITH case.run AS run
MATCH (transfer:Transfer {case: $case})
USING INDEX transfer:Transfer(case, id, since)
WHERE transfer.id IS NOT NULL AND transfer.since <= run AND run < transfer.until
WITH transfer
ORDER BY transfer.stretch, transfer.at, transfer.rank
RETURN [transfer.id, transfer.aliases, transfer.records, transfer.from_account, transfer.to_account, transfer.from_name,
  transfer.to_name, transfer.asset, transfer.amount, transfer.gross, transfer.refunded, transfer.at.epochMillis,
  transfer.time_text, transfer.precision, transfer.block, transfer.block_index, transfer.sequence, transfer.medium,
  transfer.type, transfer.memo,
  transfer.grade, transfer.rule, transfer.certain, transfer.exclusion, transfer.card, transfer.tied,
  transfer.transaction] AS cells
