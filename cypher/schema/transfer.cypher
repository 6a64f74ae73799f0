// Constraint: a transfer has one version in each run. Several cases share a database: the key begins with the case.
// Takes nothing, returns nothing.
CREATE CONSTRAINT liuxiang_transfer IF NOT EXISTS FOR (n:Transfer) REQUIRE (n.case, n.id, n.since) IS UNIQUE
