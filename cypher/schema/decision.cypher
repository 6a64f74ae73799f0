// Constraint: the decisions have one order. Several cases share a database: the key begins with the case.
// Takes nothing, returns nothing.
CREATE CONSTRAINT liuxiang_decision IF NOT EXISTS FOR (n:Decision) REQUIRE (n.case, n.position) IS UNIQUE
