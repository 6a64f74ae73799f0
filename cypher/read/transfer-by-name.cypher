// Transfers that have this record or this alias, in their total order: looks through all. Takes $case, $id.
// Returns what read/transfers does.
MATCH (case:Case {case: $case})
WITH case.run AS run
MATCH (transfer:Transfer {case: $case})
USING INDEX transfer:Transfer(case, id, since)
WHERE transfer.id IS NOT NULL AND transfer.since <= run AND run < transfer.until
  AND ($id IN transfer.records OR $id IN transfer.aliases)
WITH transfer
ORDER BY transfer.stretch, transfer.at, transfer.rank
RETURN [transfer.id, transfer.aliases, transfer.records, transfer.from_account, transfer.to_account, transfer.from_name,
  transfer.to_name, transfer.asset, transfer.amount, transfer.gross, transfer.refunded, transfer.at.epochMillis,
  transfer.time_text, transfer.precision, transfer.block, transfer.block_index, transfer.sequence, transfer.medium,
  transfer.type, transfer.memo,
  transfer.grade, transfer.rule, transfer.certain, transfer.exclusion, transfer.card, transfer.tied,
  transfer.transaction] AS cells
