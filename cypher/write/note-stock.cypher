// Notes what files and the run that holds say, in a case of an earlier layout.
// Takes $case, $files (lists of hash and stock as JSON), $run (stock of the run). Returns nothing.
UNWIND $files AS row
MATCH (file:File {case: $case, hash: row[0]})
WHERE file.current <> 0
SET file.stock = row[1]
WITH count(*) AS files
MATCH (case:Case {case: $case})
MATCH (run:Run {case: $case, number: case.run})
SET run.stock = $run
