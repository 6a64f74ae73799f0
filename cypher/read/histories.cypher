// Transfers from or to each account, in their total order. Takes $case, $accounts.
// Returns what read/transfers does, and the account last.
MATCH (case:Case {case: $case})
UNWIND $accounts AS id
MATCH (account:Account {case: $case, id: id})
CALL (case, account) {
  MATCH (account)-[:SENT|TO]-(transfer:Transfer)
  WHERE transfer.since <= case.run AND case.run < transfer.until
  RETURN DISTINCT transfer
}
WITH transfer, account
ORDER BY transfer.stretch, transfer.at, transfer.rank
RETURN [transfer.id, transfer.aliases, transfer.records, transfer.from_account, transfer.to_account, transfer.from_name,
  transfer.to_name, transfer.asset, transfer.amount, transfer.gross, transfer.refunded, transfer.at.epochMillis,
  transfer.time_text, transfer.precision, transfer.block, transfer.block_index, transfer.sequence, transfer.medium,
  transfer.type, transfer.memo,
  transfer.grade, transfer.rule, transfer.certain, transfer.exclusion, transfer.card, transfer.tied,
  transfer.transaction, account.id] AS cells
