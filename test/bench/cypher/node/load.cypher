// Purpose: transfers as nodes between their accounts, new.
// Parameters: $case; $rows: list of {from, to, at (integer, ms), properties}
// Returns: nothing
UNWIND $rows AS row
MATCH (payer:Account {case: $case, id: row.from})
MATCH (payee:Account {case: $case, id: row.to})
CREATE (payer)-[:SENT]->(t:Transfer {case: $case, at: datetime({epochMillis: row.at})})-[:TO]->(payee)
SET t += row.properties
