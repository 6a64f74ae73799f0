// Purpose: all that the nodes of a case hold, in no order, but for who writes it now.
// Parameters: $case
// Returns: internal id, labels, properties
MATCH (n {case: $case})
RETURN elementId(n), labels(n), n {.*, writer: null}
