// Constraint: a run concludes each asset once. Several cases share a database: the key begins with the case.
// Takes nothing, returns nothing.
CREATE CONSTRAINT liuxiang_asset IF NOT EXISTS FOR (n:Asset) REQUIRE (n.case, n.run, n.id) IS UNIQUE
