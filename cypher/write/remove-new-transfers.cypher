// Removes transfers of runs after $run, in parts.
// Takes $case, $run. Returns nothing.
MATCH (transfer:Transfer {case: $case})
WHERE transfer.id IS NOT NULL AND transfer.since > $run
   OR transfer.id IS NOT NULL AND $run = 0
CALL (transfer) { DETACH DELETE transfer } IN TRANSACTIONS OF 10000 ROWS
