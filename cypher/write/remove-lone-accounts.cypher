// Removes accounts that nothing is tied to any more, but never one that somebody else made. In parts.
// Takes $case. Returns nothing.
MATCH (account:Account {case: $case})
WHERE account.derived AND NOT EXISTS { (account)--() }
CALL (account) { DELETE account } IN TRANSACTIONS OF 10000 ROWS
