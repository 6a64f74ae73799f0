// Readings that do not hold: begun and never committed, or replaced and not yet removed. Takes $case.
// Returns hash of the file, number of the reading.
MATCH (file:File {case: $case})
UNWIND file.pending AS reading
RETURN [file.hash, reading] AS cells
