// The files of the case, by hash. Takes $case.
// Returns hash, paths, size, source, how it was read, its rows (JSON).
MATCH (file:File {case: $case})
WHERE file.current <> 0
RETURN [file.hash, file.paths, file.size, file.source, file.how, file.rows] AS cells
ORDER BY file.hash
