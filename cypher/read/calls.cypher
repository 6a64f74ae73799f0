// All calls, or those of some files, by instant, then id. Takes $case, $hashes (null: all files). Returns the body (JSON) and the hash of the file.
MATCH (file:File {case: $case})<-[:IN]-(call:Call)
WHERE call.reading = file.current AND ($hashes IS NULL OR file.hash IN $hashes)
WITH file, call
ORDER BY call.at, call.id
RETURN [call.body, file.hash] AS cells
