// Ends transfers that the former run sees and this one does not, or not so.
// Takes $case, $run, $ids. Returns nothing.
UNWIND $ids AS id
MATCH (transfer:Transfer {case: $case, id: id})
WHERE transfer.since < $run AND transfer.until > $run
SET transfer.until = $run
