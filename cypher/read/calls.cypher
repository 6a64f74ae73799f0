// All calls, or those of some files, by instant, then id. Takes $case, $hashes (null: all files). Returns the body (JSON).
MATCH (file:File {case: $case})<-[:IN]-(call:Call)
WHERE call.reading = file.current AND ($hashes IS NULL OR file.hash IN $hashes)
WITH call
ORDER BY call.at, call.id
RETURN [call.body] AS cells
