// How many records a reading has. Takes $case, $hash, $reading. Returns one row.
MATCH (:File {case: $case, hash: $hash})<-[:IN]-(record:Record)
WHERE record.reading = $reading
RETURN [count(*)] AS cells
