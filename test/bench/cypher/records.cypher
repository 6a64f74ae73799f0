// Purpose: records of evidence files, new.
// Parameters: $case; $rows: list of {file, at (integer, ms), properties}
// Returns: nothing
UNWIND $rows AS row
MATCH (f:File {case: $case, hash: row.file})
CREATE (r:Record {case: $case, at: datetime({epochMillis: row.at})})
SET r += row.properties
CREATE (r)-[:IN]->(f)
