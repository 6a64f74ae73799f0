// Constraint: a run concludes each cash-out once. Several cases share a database: the key begins with the case.
// Takes nothing, returns nothing.
CREATE CONSTRAINT liuxiang_cash_out IF NOT EXISTS FOR (n:CashOut) REQUIRE (n.case, n.run, n.id) IS UNIQUE
