// Moves the case to a run that is written whole.
// Takes $case, $run, $former, $digest (of what it concluded), $transfers (their number), $stock (what the run says: JSON). Returns one row, or none where the case moved meanwhile.
// Sent again after an answer was lost, it finds its own work and says so.
MATCH (case:Case {case: $case})
WHERE case.run = $run OR case.run = $former AND case.pending_run = $run
SET case.run = $run
REMOVE case.pending_run
MERGE (run:Run {case: $case, number: $run})
SET run.digest = $digest, run.transfers = $transfers, run.stock = $stock
RETURN [1] AS cells
