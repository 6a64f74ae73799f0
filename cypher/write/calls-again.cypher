// The same where an earlier try may have succeeded: calls that are there are passed over.
// Takes $case, $hash, $reading, $rows ({id, instant, body as JSON}). Returns nothing.
MATCH (file:File {case: $case, hash: $hash})
UNWIND $rows AS row
WITH file, row
WHERE NOT EXISTS { MATCH (:Call {case: $case, id: row.id, reading: $reading}) }
CREATE (:Call {
  case: $case, id: row.id, reading: $reading, at: datetime({epochMillis: row.instant}), body: row.body
})-[:IN]->(file)
