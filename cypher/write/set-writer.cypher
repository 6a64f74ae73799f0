// Names the writer of a case: what another one still sends is refused from now on.
// Takes $case, $token. Returns nothing.
MATCH (case:Case {case: $case})
SET case.writer = $token
