// How many rows read/balances must return. Takes $case, $hashes.
MATCH (file:File {case: $case})<-[:IN]-(record:Record)
WHERE record.reading = file.current AND ($hashes IS NULL OR file.hash IN $hashes)
  AND record.balance IS NOT NULL AND record.own <> 'neither'
RETURN [count(*)] AS cells
