// Notes that nothing of an unfinished run is left. Takes $case. Returns nothing.
MATCH (case:Case {case: $case})
REMOVE case.pending_run
