// Makes the node of a case and its lock, where they are not there; a database of an older layout is marked as of this one.
// Takes $case, $schema (version of the layout), $folder (id of the case's folder). Returns nothing.
MERGE (case:Case {case: $case})
ON CREATE SET case.run = 0, case.folder = $folder
SET case.schema = $schema
MERGE (:Lock {case: $case})
