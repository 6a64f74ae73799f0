// Purpose: which records show which transfers, new.
// Parameters: $case; $links: lists of a transfer's id and a record's
// Returns: nothing
UNWIND $links AS cell
MATCH (record:Record {case: $case, id: cell[1], reading: 1})
MATCH (transfer:Transfer {case: $case, id: cell[0], since: 1})
CREATE (record)-[:SHOWS]->(transfer)
