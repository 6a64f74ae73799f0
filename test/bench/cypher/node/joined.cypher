// Purpose: all payouts of a run with the accounts and the amount of their transfers.
// Parameters: $case, $run
// Returns: id of the payout; payer, payee (accounts), amount, at
MATCH (p:Payout {case: $case, run: $run})-[:PAYS]->(t:Transfer)
MATCH (payer:Account)-[:SENT]->(t)-[:TO]->(payee:Account)
RETURN p.id AS id, payer.id AS payer, payee.id AS payee, t.amount AS amount, t.at.epochMillis AS at
