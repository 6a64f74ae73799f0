// Constraint: a run concludes each history of a chain once. Several cases share a database: the key begins with the case.
// Takes nothing, returns nothing.
CREATE CONSTRAINT liuxiang_history IF NOT EXISTS FOR (n:History) REQUIRE (n.case, n.run, n.id) IS UNIQUE
