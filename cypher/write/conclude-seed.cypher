// Writes where the flow began: what one payer paid in one asset.
// Takes $case, $run, $rows. Returns nothing. Written again, it changes nothing.
UNWIND $rows AS row
MERGE (seed:Seed {case: $case, run: $run, id: row.id})
SET seed += {
  label: row.label, asset: row.asset, amount: row.amount, amount_approx: row.amount_approx, count: row.count,
  first: datetime({epochMillis: row.first}), last: datetime({epochMillis: row.last}), source: row.source,
  caption: row.caption
}
MERGE (account:Account {case: $case, id: row.origin})
ON CREATE SET account.network = split(row.origin, ':')[0],
  account.handle = substring(row.origin, size(split(row.origin, ':')[0]) + 1), account.derived = true
MERGE (seed)-[:FROM]->(account)
