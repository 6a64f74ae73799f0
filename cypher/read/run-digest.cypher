// Digest of what a run concluded. Takes $case, $run. Returns one row, or none.
MATCH (run:Run {case: $case, number: $run})
RETURN [run.digest] AS cells
