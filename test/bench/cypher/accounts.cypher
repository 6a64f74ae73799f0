// Purpose: the accounts of a case, new.
// Parameters: $case; $rows: list of {id, network, handle, caption}
// Returns: nothing
UNWIND $rows AS row
CREATE (a:Account {case: $case})
SET a += row
