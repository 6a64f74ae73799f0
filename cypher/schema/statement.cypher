// Constraint: a reading of a file holds each statement once. Several cases share a database: the key begins with the case.
// Takes nothing, returns nothing.
CREATE CONSTRAINT liuxiang_statement IF NOT EXISTS FOR (n:Statement) REQUIRE (n.case, n.reading, n.position) IS UNIQUE
