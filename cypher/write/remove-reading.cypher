// Removes all that one reading of a file said, in parts; never the reading that holds.
// Takes $case, $hash, $reading. Returns nothing.
MATCH (file:File {case: $case, hash: $hash})<-[:IN]-(said)
WHERE said.reading = $reading AND file.current <> $reading
CALL (said) { DETACH DELETE said } IN TRANSACTIONS OF 10000 ROWS
