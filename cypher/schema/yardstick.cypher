// Constraint: a run concludes each yardstick once. Several cases share a database: the key begins with the case.
// Takes nothing, returns nothing.
CREATE CONSTRAINT liuxiang_yardstick IF NOT EXISTS FOR (n:Yardstick) REQUIRE (n.case, n.run, n.id) IS UNIQUE
