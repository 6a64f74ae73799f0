// Constraint: a run stands once. Several cases share a database: the key begins with the case.
// Takes nothing, returns nothing.
CREATE CONSTRAINT liuxiang_run IF NOT EXISTS FOR (n:Run) REQUIRE (n.case, n.number) IS UNIQUE
