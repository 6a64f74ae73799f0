// Begins a reading of a file: its rows get a number of their own, which counts once it is committed.
// Takes $case, $hash, $reading (the number). Returns the number of the reading that holds now (0: none).
MERGE (file:File {case: $case, hash: $hash})
ON CREATE SET file.current = 0, file.pending = []
SET file.pending = [number IN file.pending WHERE number <> $reading] + $reading
RETURN [file.current] AS cells
