// Constraint: a reading of a file holds each call once. Several cases share a database: the key begins with the case.
// Takes nothing, returns nothing.
CREATE CONSTRAINT liuxiang_call IF NOT EXISTS FOR (n:Call) REQUIRE (n.case, n.id, n.reading) IS UNIQUE
