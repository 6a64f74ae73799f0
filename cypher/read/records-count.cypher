// How many rows read/records must return, as they were written. Takes $case, $hashes.
MATCH (file:File {case: $case})
WHERE file.current <> 0 AND ($hashes IS NULL OR file.hash IN $hashes)
RETURN [coalesce(sum(file.records), 0)] AS cells
