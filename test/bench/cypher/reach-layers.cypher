// Purpose: the same as well as Cypher can: step by step, of each account only the earliest arrival.
// Parameters: $case, $account
// Returns: how many
MATCH (start:Account {case: $case, id: $account})
WITH start, datetime({epochMillis: 0}) AS dawn, [] AS reached
UNWIND reached + [{account: start, since: dawn}] AS one
WITH start, dawn, one.account AS account, one.since AS since
MATCH (account)-[:SENT]->(t:Transfer)-[:TO]->(payee:Account) WHERE t.at > since
WITH start, dawn, payee, min(t.at) AS earliest
WITH start, dawn, collect({account: payee, since: earliest}) AS reached
UNWIND reached + [{account: start, since: dawn}] AS one
WITH start, dawn, one.account AS account, one.since AS since
MATCH (account)-[:SENT]->(t:Transfer)-[:TO]->(payee:Account) WHERE t.at > since
WITH start, dawn, payee, min(t.at) AS earliest
WITH start, dawn, collect({account: payee, since: earliest}) AS reached
UNWIND reached + [{account: start, since: dawn}] AS one
WITH start, dawn, one.account AS account, one.since AS since
MATCH (account)-[:SENT]->(t:Transfer)-[:TO]->(payee:Account) WHERE t.at > since
WITH start, dawn, payee, min(t.at) AS earliest
WITH start, dawn, collect({account: payee, since: earliest}) AS reached
UNWIND reached + [{account: start, since: dawn}] AS one
WITH start, dawn, one.account AS account, one.since AS since
MATCH (account)-[:SENT]->(t:Transfer)-[:TO]->(payee:Account) WHERE t.at > since
WITH start, dawn, payee, min(t.at) AS earliest
WITH start, dawn, collect({account: payee, since: earliest}) AS reached
UNWIND reached + [{account: start, since: dawn}] AS one
WITH start, dawn, one.account AS account, one.since AS since
MATCH (account)-[:SENT]->(t:Transfer)-[:TO]->(payee:Account) WHERE t.at > since
WITH start, dawn, payee, min(t.at) AS earliest
WITH start, dawn, collect({account: payee, since: earliest}) AS reached
UNWIND reached + [{account: start, since: dawn}] AS one
WITH one.account AS account, one.since AS since
MATCH (account)-[:SENT]->(t:Transfer) WHERE t.at > since
RETURN count(DISTINCT t)
