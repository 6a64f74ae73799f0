// Id and digest of every transfer of the run that holds, in no order. Takes $case.
MATCH (case:Case {case: $case})
WITH case.run AS run
MATCH (transfer:Transfer {case: $case})
USING INDEX transfer:Transfer(case, id, since)
WHERE transfer.id IS NOT NULL AND transfer.since <= run AND run < transfer.until
RETURN [transfer.id, transfer.digest] AS cells
