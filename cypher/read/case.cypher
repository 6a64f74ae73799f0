// Which layout a case has, which run holds, whether a run was left unfinished, and whose folder the case is.
// Takes $case. Returns one row (schema, run, pending_run or null, folder), or none where the case is not there.
MATCH (case:Case {case: $case})
RETURN [case.schema, case.run, case.pending_run, case.folder] AS cells
