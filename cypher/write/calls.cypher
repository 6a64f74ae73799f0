// Writes calls of a dialler export.
// Takes $case, $hash, $reading, $rows ({id, instant, body as JSON}). Returns nothing.
MATCH (file:File {case: $case, hash: $hash})
UNWIND $rows AS row
CREATE (:Call {
  case: $case, id: row.id, reading: $reading, at: datetime({epochMillis: row.instant}), body: row.body
})-[:IN]->(file)
