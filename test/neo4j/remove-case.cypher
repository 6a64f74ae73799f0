// Removes every node of a case, after a test. Takes $case.
MATCH (n) WHERE n.case = $case
CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS
