// Writes what call records, time sheets and checks show of each member.
// Takes $case, $run, $rows. Returns nothing. Written again, it changes nothing.
UNWIND $rows AS row
MATCH (party:Party {case: $case, run: $run, id: row.party})
MERGE (work:Work {case: $case, run: $run, id: row.id})
SET work += {
  calls: row.calls, answered: row.answered, long: row.long, numbers: row.numbers, days: row.days, minutes: row.minutes,
  short_days: row.shortDays, checked: row.checked, checks_made: row.checksMade, caption: row.caption
}
MERGE (work)-[:OF]->(party)
