// Takes back that transfers ended after $run, in parts.
// Takes $case, $run. Returns nothing.
MATCH (transfer:Transfer {case: $case})
WHERE transfer.id IS NOT NULL AND transfer.since <= $run AND $run < transfer.until < 9007199254740991
CALL (transfer) { SET transfer.until = 9007199254740991 } IN TRANSACTIONS OF 10000 ROWS
