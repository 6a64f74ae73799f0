// Purpose: all relationships from nodes of a case, in no order.
// Parameters: $case
// Returns: internal ids of the relationship and its ends, type, properties
MATCH (n {case: $case})-[r]->(m)
RETURN elementId(r), elementId(n), elementId(m), type(r), properties(r)
