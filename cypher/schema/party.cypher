// Constraint: a run concludes each party once. Several cases share a database: the key begins with the case.
// Takes nothing, returns nothing.
CREATE CONSTRAINT liuxiang_party IF NOT EXISTS FOR (n:Party) REQUIRE (n.case, n.run, n.id) IS UNIQUE
