// Constraint: one lock for each case. Several cases share a database: the key begins with the case.
// Takes nothing, returns nothing.
CREATE CONSTRAINT liuxiang_lock IF NOT EXISTS FOR (n:Lock) REQUIRE (n.case) IS UNIQUE
