// Constraint: a run concludes each lead once. Several cases share a database: the key begins with the case.
// Takes nothing, returns nothing.
CREATE CONSTRAINT liuxiang_lead IF NOT EXISTS FOR (n:Lead) REQUIRE (n.case, n.run, n.id) IS UNIQUE
