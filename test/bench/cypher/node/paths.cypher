// Purpose: paths of four transfers from an account, each later than the one before.
// Parameters: $case, $run, $account
// Returns: paths, ends: how many, and to how many accounts
MATCH (:Account {case: $case, id: $account})-[:SENT]->(t1:Transfer)-[:TO]->(:Account)
  -[:SENT]->(t2:Transfer)-[:TO]->(:Account)-[:SENT]->(t3:Transfer)-[:TO]->(:Account)
  -[:SENT]->(t4:Transfer)-[:TO]->(end:Account)
WHERE t1.at < t2.at AND t2.at < t3.at AND t3.at < t4.at
  AND t1.since <= $run < t1.until AND t2.since <= $run < t2.until
  AND t3.since <= $run < t3.until AND t4.since <= $run < t4.until
RETURN count(*) AS paths, count(DISTINCT end) AS ends
