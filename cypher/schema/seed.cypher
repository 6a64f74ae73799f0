// Constraint: a run concludes each seed once. Several cases share a database: the key begins with the case.
// Takes nothing, returns nothing.
CREATE CONSTRAINT liuxiang_seed IF NOT EXISTS FOR (n:Seed) REQUIRE (n.case, n.run, n.id) IS UNIQUE
