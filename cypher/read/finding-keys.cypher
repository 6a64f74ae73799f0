// Keys under which the run that holds put findings. Takes $case. Returns the keys.
MATCH (case:Case {case: $case})
MATCH (finding:Finding {case: $case, run: case.run, part: 0})
RETURN [finding.key] AS cells
