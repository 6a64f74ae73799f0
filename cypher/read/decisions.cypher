// The copy of decisions.csv, in its order. Takes $case.
// Returns subject, act, value, by, why, at, review, line.
MATCH (decision:Decision {case: $case})
WITH decision
ORDER BY decision.position
RETURN [decision.subject, decision.act, decision.value, decision.by, decision.why, decision.decided, decision.review,
  decision.line] AS cells
