// Statements of one kind, by the hash of their file, then as the file gave them.
// Takes $case, $kind, $hashes (null: all files). Returns the body (JSON) and the hash of the file.
MATCH (file:File {case: $case})<-[:IN]-(statement:Statement)
WHERE statement.reading = file.current AND ($hashes IS NULL OR file.hash IN $hashes)
  AND statement.kind = $kind
WITH file, statement
ORDER BY file.hash, statement.position
RETURN [statement.body, file.hash] AS cells
