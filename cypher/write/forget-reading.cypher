// Strikes a removed reading off; the file too where no reading of it is left.
// Takes $case, $hash, $reading. Returns nothing.
MATCH (file:File {case: $case, hash: $hash})
SET file.pending = [number IN file.pending WHERE number <> $reading]
WITH file WHERE file.current = 0 AND file.pending = []
DETACH DELETE file
