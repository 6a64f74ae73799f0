// Constraint: a run concludes each work once. Several cases share a database: the key begins with the case.
// Takes nothing, returns nothing.
CREATE CONSTRAINT liuxiang_work IF NOT EXISTS FOR (n:Work) REQUIRE (n.case, n.run, n.id) IS UNIQUE
