// Purpose: every record that shows some transfers, with its file.
// Parameters: $case, $run; $transfers: list of ids
// Returns: id, amount of the transfer; record, row; file (hash), paths
UNWIND $transfers AS id
MATCH ()-[t:TRANSFER {case: $case, id: id}]->() WHERE t.since <= $run < t.until
MATCH (r:Record {case: $case, transfer: id})-[:IN]->(f:File)
RETURN t.id AS id, t.amount AS amount, r.id AS record, r.row AS row, f.hash AS file, f.paths AS paths
