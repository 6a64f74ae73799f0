// Purpose: how many transfers money of an account could have reached in six, each later than the one before, as a
// person would ask.
// Parameters: $case, $account
// Returns: how many
MATCH (:Account {case: $case, id: $account}) (()-[:SENT]->(t:Transfer)-[:TO]->()){1,6}
WHERE all(i IN range(1, size(t) - 1) WHERE t[i - 1].at < t[i].at)
RETURN count(DISTINCT t[-1])
