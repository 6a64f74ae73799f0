// Writes chat groups, with how many people came into each.
// Takes $case, $run, $rows. Returns nothing. Written again, it changes nothing.
UNWIND $rows AS row
MERGE (group:Group {case: $case, run: $run, id: row.id})
SET group += {
  name: row.name, purpose: row.purpose, members: row.members, leads: row.leads, other_joins: row.otherJoins,
  caption: row.caption
}
