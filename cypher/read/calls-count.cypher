// How many rows read/calls must return. Takes $case, $hashes.
MATCH (file:File {case: $case})<-[:IN]-(call:Call)
WHERE call.reading = file.current AND ($hashes IS NULL OR file.hash IN $hashes)
RETURN [count(*)] AS cells
