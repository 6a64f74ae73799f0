// Writes what a file says beside records and calls: attributions, spells, groups, register, leads, orders, receipts.
// Takes $case, $hash, $reading, $rows ({kind, position, body as JSON}). Returns nothing.
MATCH (file:File {case: $case, hash: $hash})
UNWIND $rows AS row
CREATE (:Statement {case: $case, reading: $reading, kind: row.kind, position: row.position, body: row.body})-[:IN]->(file)
