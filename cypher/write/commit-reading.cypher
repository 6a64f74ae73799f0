// Makes a reading the one that holds; the former one is left to be removed.
// Takes $case, $hash, $reading, $former, $paths, $size, $source, $how, $rows (JSON), $records (their number), $stock (what the reading says: JSON). Returns one row, or none where
// another reading took the place of $former, or where this one was removed meanwhile.
// Sent again after an answer was lost, it finds its own work and says so.
MATCH (file:File {case: $case, hash: $hash})
WHERE file.current = $reading OR file.current = $former AND $reading IN file.pending
SET file += {
  current: $reading, paths: $paths, size: $size, source: $source, how: $how, rows: $rows, records: $records, stock: $stock, caption: $paths[0],
  pending: [number IN file.pending WHERE NOT number IN [$reading, $former]] + CASE $former WHEN 0 THEN [] ELSE [$former] END
}
RETURN [1] AS cells
