// Constraint: an account stands once in a case. Several cases share a database: the key begins with the case.
// Takes nothing, returns nothing.
CREATE CONSTRAINT liuxiang_account IF NOT EXISTS FOR (n:Account) REQUIRE (n.case, n.id) IS UNIQUE
