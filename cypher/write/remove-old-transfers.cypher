// Removes transfers that no run from $oldest on sees, in parts.
// Takes $case, $oldest. Returns nothing.
MATCH (transfer:Transfer {case: $case})
WHERE transfer.id IS NOT NULL AND transfer.since < $oldest AND transfer.until <= $oldest
CALL (transfer) { DETACH DELETE transfer } IN TRANSACTIONS OF 10000 ROWS
