// Constraint: one node for each case. Several cases share a database: the key begins with the case.
// Takes nothing, returns nothing.
CREATE CONSTRAINT liuxiang_case IF NOT EXISTS FOR (n:Case) REQUIRE (n.case) IS UNIQUE
