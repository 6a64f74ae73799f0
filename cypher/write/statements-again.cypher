// The same where an earlier try may have succeeded: statements that are there are passed over.
// Takes $case, $hash, $reading, $rows ({kind, position, body as JSON}). Returns nothing.
MATCH (file:File {case: $case, hash: $hash})
UNWIND $rows AS row
WITH file, row
WHERE NOT EXISTS { MATCH (:Statement {case: $case, reading: $reading, position: row.position}) }
CREATE (:Statement {case: $case, reading: $reading, kind: row.kind, position: row.position, body: row.body})-[:IN]->(file)
