// Stands first in every transaction that writes: no row where another writer has taken the case over.
// Takes $case, $token. Returns one row, or none. It writes the same value again, so that the node is locked.
MATCH (case:Case {case: $case, writer: $token})
SET case.writer = $token
RETURN [1] AS cells
