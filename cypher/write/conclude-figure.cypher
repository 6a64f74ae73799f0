// Writes the figures of every person: yuan by name of the figure, with bounds where it has them, seeded coins by asset.
// Takes $case, $run, $rows. Returns nothing. Written again, it changes nothing.
UNWIND $rows AS row
MATCH (party:Party {case: $case, run: $run, id: row.party})
MERGE (figure:Figure {case: $case, run: $run, id: row.id})
SET figure += {
  name: row.name, asset: row.asset, value: row.value, value_approx: row.value_approx, count: row.count,
  least: row.least, least_approx: row.least_approx, most: row.most, most_approx: row.most_approx,
  cap: row.cap, lacking: row.lacking, caption: row.caption
}
MERGE (figure)-[:OF]->(party)
