// Purpose: all transfers of a run in total order.
// Parameters: $case, $run
// Returns: the columns of a transfer
MATCH ()-[t:TRANSFER {case: $case}]->()
WHERE t.since <= $run < t.until
WITH t ORDER BY t.stretch, t.rank
RETURN t.id AS id, t.from_account AS from_account, t.to_account AS to_account, t.from_name AS from_name,
  t.to_name AS to_name, t.asset AS asset, t.amount AS amount, t.gross AS gross, t.refunded AS refunded,
  t.at.epochMillis AS at, t.time_text AS time_text, t.precision AS precision, t.block AS block,
  t.block_index AS block_index, t.sequence AS sequence, t.medium AS medium, t.type AS type, t.memo AS memo,
  t.grade AS grade, t.rule AS rule, t.certain AS certain, t.exclusion AS exclusion, t.card AS card, t.tied AS tied,
  t.records AS records, t.aliases AS aliases
