// How many transfers the run that holds has, as it was written: fewer in the graph are a damage. Takes $case.
MATCH (case:Case {case: $case})
OPTIONAL MATCH (run:Run {case: $case, number: case.run})
RETURN [coalesce(run.transfers, 0)] AS cells
