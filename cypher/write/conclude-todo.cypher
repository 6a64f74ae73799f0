// Writes what a person should do next, each tied to the account, transfer, cash-out or party it is about.
// Takes $case, $run, $rows. Returns nothing. Written again, it changes nothing.
UNWIND $rows AS row
MERGE (todo:Todo {case: $case, run: $run, id: row.id})
SET todo += {
  position: row.position, point: row.point, code: row.code, subject: row.subject, text: row.text, stake: row.stake,
  stake_approx: row.stake_approx, caption: row.caption
}
WITH row, todo
CALL (row, todo) {
  MATCH (subject:Account {case: $case, id: row.subject})
  RETURN subject
  UNION
  MATCH (subject:Transfer {case: $case, id: row.subject})
  WHERE subject.since <= $run AND $run < subject.until
  RETURN subject
  UNION
  MATCH (subject:CashOut {case: $case, run: $run, id: row.subject})
  RETURN subject
}
MERGE (todo)-[:ABOUT]->(subject)
