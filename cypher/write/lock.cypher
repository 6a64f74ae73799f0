// Takes the lock of a case: the transaction that sent this holds it until it ends, whatever ends it.
// Takes $case. Returns nothing.
MATCH (lock:Lock {case: $case})
SET lock.taken = true
