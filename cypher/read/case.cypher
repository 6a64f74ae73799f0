// Which layout a case has, which run holds, and whether a run was left unfinished.
// Takes $case. Returns one row (schema, run, pending_run or null), or none where the case is not there.
MATCH (case:Case {case: $case})
RETURN [case.schema, case.run, case.pending_run] AS cells
