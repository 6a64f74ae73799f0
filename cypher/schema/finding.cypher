// Constraint: a part of a finding stands once. Several cases share a database: the key begins with the case.
// Takes nothing, returns nothing.
CREATE CONSTRAINT liuxiang_finding IF NOT EXISTS FOR (n:Finding) REQUIRE (n.case, n.run, n.key, n.part) IS UNIQUE
