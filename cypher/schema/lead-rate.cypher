// Constraint: a run concludes each rate of a lead once. Several cases share a database: the key begins with the case.
// Takes nothing, returns nothing.
CREATE CONSTRAINT liuxiang_lead_rate IF NOT EXISTS FOR (n:LeadRate) REQUIRE (n.case, n.run, n.id) IS UNIQUE
