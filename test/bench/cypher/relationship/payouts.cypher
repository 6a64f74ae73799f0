// Purpose: payouts, each naming the transfer that pays it, new.
// Parameters: $case; $rows: list of {id, transfer, since}
// Returns: nothing
UNWIND $rows AS row
CREATE (:Payout {case: $case, run: 1, id: row.id, kind: 'commission', transfer: row.transfer, since: row.since})
