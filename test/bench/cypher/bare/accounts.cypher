// Purpose: accounts as the store writes them, new.
// Parameters: $case; $rows: list of {id, network, handle}
// Returns: nothing
UNWIND $rows AS row
CREATE (:Account {case: $case, id: row.id, network: row.network, handle: row.handle, derived: true})
