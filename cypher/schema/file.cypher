// Constraint: the same bytes are one file. Several cases share a database: the key begins with the case.
// Takes nothing, returns nothing.
CREATE CONSTRAINT liuxiang_file IF NOT EXISTS FOR (n:File) REQUIRE (n.case, n.hash) IS UNIQUE
