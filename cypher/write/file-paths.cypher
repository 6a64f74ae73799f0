// Notes where a file is found now.
// Takes $case, $hash, $paths. Returns nothing.
MATCH (file:File {case: $case, hash: $hash})
WHERE file.current <> 0
SET file.paths = $paths, file.caption = $paths[0]
