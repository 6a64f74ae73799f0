// Constraint: a run concludes each gap once. Several cases share a database: the key begins with the case.
// Takes nothing, returns nothing.
CREATE CONSTRAINT liuxiang_gap IF NOT EXISTS FOR (n:Gap) REQUIRE (n.case, n.run, n.id) IS UNIQUE
