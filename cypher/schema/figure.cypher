// Constraint: a run concludes each figure once. Several cases share a database: the key begins with the case.
// Takes nothing, returns nothing.
CREATE CONSTRAINT liuxiang_figure IF NOT EXISTS FOR (n:Figure) REQUIRE (n.case, n.run, n.id) IS UNIQUE
