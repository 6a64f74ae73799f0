// Constraint: a run concludes each summary once. Several cases share a database: the key begins with the case.
// Takes nothing, returns nothing.
CREATE CONSTRAINT liuxiang_summary IF NOT EXISTS FOR (n:Summary) REQUIRE (n.case, n.run, n.id) IS UNIQUE
