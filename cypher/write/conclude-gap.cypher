// Writes what a file or a chain did not fully give.
// Takes $case, $run, $rows. Returns nothing. Written again, it changes nothing.
UNWIND $rows AS row
MERGE (gap:Gap {case: $case, run: $run, id: row.id})
SET gap += {code: row.code, file: row.file, account: row.account, text: row.text, caption: row.caption}
