// How many rows read/records must return. Takes $case, $hashes.
MATCH (file:File {case: $case})<-[:IN]-(record:Record)
WHERE record.reading = file.current AND ($hashes IS NULL OR file.hash IN $hashes)
RETURN [count(*)] AS cells
