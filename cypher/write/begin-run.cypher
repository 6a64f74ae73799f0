// Begins a run beside the one that holds. Takes $case. Returns the number of the run that holds (0: none).
MATCH (case:Case {case: $case})
SET case.pending_run = case.run + 1
RETURN [case.run] AS cells
