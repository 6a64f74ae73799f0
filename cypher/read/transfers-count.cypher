// How many transfers the run that holds has. Takes $case.
MATCH (case:Case {case: $case})
WITH case.run AS run
MATCH (transfer:Transfer {case: $case})
USING INDEX transfer:Transfer(case, id, since)
WHERE transfer.id IS NOT NULL AND transfer.since <= run AND run < transfer.until
RETURN [count(*)] AS cells
