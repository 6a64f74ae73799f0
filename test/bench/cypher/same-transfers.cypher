// Purpose: what was made of transfers, to compare two cases.
// Parameters: $case
// Returns: properties less the case; accounts of both ends with theirs; how many records show it; in no order
MATCH (payer:Account {case: $case})-[:SENT]->(t:Transfer)-[:TO]->(payee:Account)
RETURN t {.*, case: null}, payer {.*, case: null}, payee {.*, case: null}, COUNT { (t)<-[:SHOWS]-(:Record) }
