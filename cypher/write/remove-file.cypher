// Forgets a file: from now on nothing of it is seen. Its rows are left to be removed.
// Takes $case, $hash. Returns the number of the reading that held, or no row.
MATCH (file:File {case: $case, hash: $hash})
WHERE file.current <> 0
WITH file, file.current AS former
SET file.current = 0, file.pending = file.pending + former
RETURN [former] AS cells
