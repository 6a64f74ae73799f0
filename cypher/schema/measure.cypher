// Constraint: a run concludes each measure once. Several cases share a database: the key begins with the case.
// Takes nothing, returns nothing.
CREATE CONSTRAINT liuxiang_measure IF NOT EXISTS FOR (n:Measure) REQUIRE (n.case, n.run, n.id) IS UNIQUE
