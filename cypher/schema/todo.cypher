// Constraint: a run concludes each task once. Several cases share a database: the key begins with the case.
// Takes nothing, returns nothing.
CREATE CONSTRAINT liuxiang_todo IF NOT EXISTS FOR (n:Todo) REQUIRE (n.case, n.run, n.id) IS UNIQUE
