// Constraint: a run concludes each testimony once. Several cases share a database: the key begins with the case.
// Takes nothing, returns nothing.
CREATE CONSTRAINT liuxiang_testimony IF NOT EXISTS FOR (n:Testimony) REQUIRE (n.case, n.run, n.id) IS UNIQUE
