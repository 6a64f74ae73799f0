// Constraint: a run proposes each role and superior once. Several cases share a database: the key begins with the case.
// Takes nothing, returns nothing.
CREATE CONSTRAINT liuxiang_proposal IF NOT EXISTS FOR (n:Proposal) REQUIRE (n.case, n.run, n.id) IS UNIQUE
