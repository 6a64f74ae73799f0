// Constraint: a run concludes each payout once. Several cases share a database: the key begins with the case.
// Takes nothing, returns nothing.
CREATE CONSTRAINT liuxiang_payout IF NOT EXISTS FOR (n:Payout) REQUIRE (n.case, n.run, n.id) IS UNIQUE
