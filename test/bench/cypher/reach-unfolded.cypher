// Purpose: the same with a pattern for each length, so that the server drops a path at the first step back in time.
// Parameters: $case, $account
// Returns: how many
MATCH (start:Account {case: $case, id: $account})
CALL (start) {
  MATCH (start)-[:SENT]->(last:Transfer)
  RETURN last
UNION
  MATCH (start)-[:SENT]->(t1:Transfer)-[:TO]->()-[:SENT]->(last:Transfer)
  WHERE t1.at < last.at
  RETURN last
UNION
  MATCH (start)-[:SENT]->(t1:Transfer)-[:TO]->()-[:SENT]->(t2:Transfer)-[:TO]->()-[:SENT]->(last:Transfer)
  WHERE t1.at < t2.at AND t2.at < last.at
  RETURN last
UNION
  MATCH (start)-[:SENT]->(t1:Transfer)-[:TO]->()-[:SENT]->(t2:Transfer)-[:TO]->()-[:SENT]->(t3:Transfer)-[:TO]->()
    -[:SENT]->(last:Transfer)
  WHERE t1.at < t2.at AND t2.at < t3.at AND t3.at < last.at
  RETURN last
UNION
  MATCH (start)-[:SENT]->(t1:Transfer)-[:TO]->()-[:SENT]->(t2:Transfer)-[:TO]->()-[:SENT]->(t3:Transfer)-[:TO]->()
    -[:SENT]->(t4:Transfer)-[:TO]->()-[:SENT]->(last:Transfer)
  WHERE t1.at < t2.at AND t2.at < t3.at AND t3.at < t4.at AND t4.at < last.at
  RETURN last
UNION
  MATCH (start)-[:SENT]->(t1:Transfer)-[:TO]->()-[:SENT]->(t2:Transfer)-[:TO]->()-[:SENT]->(t3:Transfer)-[:TO]->()
    -[:SENT]->(t4:Transfer)-[:TO]->()-[:SENT]->(t5:Transfer)-[:TO]->()-[:SENT]->(last:Transfer)
  WHERE t1.at < t2.at AND t2.at < t3.at AND t3.at < t4.at AND t4.at < t5.at AND t5.at < last.at
  RETURN last
}
RETURN count(DISTINCT last)
