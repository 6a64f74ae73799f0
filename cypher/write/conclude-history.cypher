// Writes how completely a chain showed each history of an account, tied to the account where transfers made one.
// Takes $case, $run, $rows. Returns nothing. Written again, it changes nothing.
UNWIND $rows AS row
MERGE (history:History {case: $case, run: $run, id: row.id})
SET history += {
  account: row.account, chain: row.chain, history: row.history, tokens: row.tokens, state: row.state,
  outcomes: row.outcomes, reasons: row.reasons, receipts: row.receipts, records: row.records,
  provisional: row.provisional, endpoints: row.endpoints,
  from: CASE WHEN row.from IS NULL THEN null ELSE datetime({epochMillis: row.from}) END,
  until: CASE WHEN row.until IS NULL THEN null ELSE datetime({epochMillis: row.until}) END,
  asked: datetime({epochMillis: row.asked}), caption: row.caption
}
WITH row, history
MATCH (account:Account {case: $case, id: row.account})
MERGE (history)-[:OF]->(account)
