// Purpose: which records show which transfers.
// Parameters: $case; $rows: list of {transfer, since, record}
// Returns: nothing
UNWIND $rows AS row
MATCH (r:Record {case: $case, id: row.record, reading: 1})
SET r.transfer = row.transfer
