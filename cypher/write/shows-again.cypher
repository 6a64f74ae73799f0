// The same where an earlier try may have succeeded: what is tied already stays as it is.
// Takes $case, $run, $links (lists of transfer's id, record's id). Returns nothing.
UNWIND $links AS cell
MATCH (record:Record {case: $case, id: cell[1]})
WHERE record.reading > 0
MATCH (transfer:Transfer {case: $case, id: cell[0], since: $run})
MERGE (record)-[:SHOWS]->(transfer)
