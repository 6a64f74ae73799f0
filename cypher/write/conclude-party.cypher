// Writes parties of a run: people, organisations, services.
// Takes $case, $run, $rows. Returns nothing. Written again, it changes nothing.
UNWIND $rows AS row
MERGE (party:Party {case: $case, run: $run, id: row.id})
SET party += {
  name: row.name, nicknames: row.nicknames, identity: row.identity, category: row.category, member: row.member,
  role: row.role, group: row.group, superior: row.superior, caption: row.caption
}
