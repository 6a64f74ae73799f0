// Replaces the copy of decisions.csv.
// Takes $case, $rows ({position, properties}). Returns nothing.
CALL () {
  MATCH (former:Decision {case: $case})
  DETACH DELETE former
}
UNWIND $rows AS row
CREATE (decision:Decision {case: $case, position: row.position})
SET decision += row.properties
