// Purpose: which records show which transfers.
// Parameters: $case; $rows: list of {transfer, since, record}
// Returns: nothing
UNWIND $rows AS row
MATCH (t:Transfer {case: $case, id: row.transfer, since: row.since})
MATCH (r:Record {case: $case, id: row.record, reading: 1})
CREATE (r)-[:SHOWS]->(t)
