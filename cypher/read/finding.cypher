// A finding of the run that holds, in its parts. Takes $case, $key. Returns the parts in order.
MATCH (case:Case {case: $case})
MATCH (finding:Finding {case: $case, run: case.run, key: $key})
WHERE finding.part >= 0
RETURN [finding.text] AS cells
ORDER BY finding.part
