// What was noted of each file of the case, and of the run that holds, when they were written.
// Takes $case. Returns one row a file (hash, stock as JSON), by hash, and one for the run (null, stock), where there is one.
CALL () {
  MATCH (file:File {case: $case})
  WHERE file.current <> 0
  RETURN file.hash AS hash, file.stock AS stock
  UNION ALL
  MATCH (case:Case {case: $case})
  MATCH (run:Run {case: $case, number: case.run})
  RETURN null AS hash, run.stock AS stock
}
RETURN [hash, stock] AS cells ORDER BY hash
