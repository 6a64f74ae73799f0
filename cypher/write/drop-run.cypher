// Takes the derived part away: no run holds. What it said is left to be removed. Takes $case. Returns nothing.
MATCH (case:Case {case: $case})
SET case.run = 0, case.pending_run = 1
