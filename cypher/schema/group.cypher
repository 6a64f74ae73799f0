// Constraint: a run concludes each group once. Several cases share a database: the key begins with the case.
// Takes nothing, returns nothing.
CREATE CONSTRAINT liuxiang_group IF NOT EXISTS FOR (n:Group) REQUIRE (n.case, n.run, n.id) IS UNIQUE
