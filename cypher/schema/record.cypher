// Constraint: a reading of a file holds each row once. Several cases share a database: the key begins with the case.
// Takes nothing, returns nothing.
CREATE CONSTRAINT liuxiang_record IF NOT EXISTS FOR (n:Record) REQUIRE (n.case, n.id, n.reading) IS UNIQUE
