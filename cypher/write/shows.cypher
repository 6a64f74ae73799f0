// Ties transfers to the rows of evidence that show them. Each transfer was written in this transaction.
// Takes $case, $run, $links (lists of transfer's id, record's id). Returns nothing.
UNWIND $links AS cell
MATCH (record:Record {case: $case, id: cell[1]})
WHERE record.reading > 0
MATCH (transfer:Transfer {case: $case, id: cell[0], since: $run})
CREATE (record)-[:SHOWS]->(transfer)
