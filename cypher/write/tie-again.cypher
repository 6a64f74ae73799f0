// Ties transfers that lack a row, because its file was read anew, to the row that stands there now. In parts.
// Takes $case, $run. Returns nothing.
MATCH (transfer:Transfer {case: $case})
WHERE transfer.id IS NOT NULL AND transfer.since < $run AND transfer.until > $run
  AND COUNT { (transfer)<-[:SHOWS]-() } < size(transfer.records)
CALL (transfer) {
  UNWIND transfer.records AS id
  MATCH (record:Record {case: $case, id: id})
  WHERE record.reading > 0
  MERGE (record)-[:SHOWS]->(transfer)
} IN TRANSACTIONS OF 10000 ROWS
