// Writes thresholds of law held against people, each tied to the person.
// Takes $case, $run, $rows. Returns nothing. Written again, it changes nothing.
UNWIND $rows AS row
MERGE (held:Yardstick {case: $case, run: $run, id: row.id})
SET held += {
  rule: row.rule, number: row.number, article: row.article, text: row.text, verified: row.verified,
  subject: row.subject, measure: row.measure, unit: row.unit, threshold: row.threshold,
  threshold_approx: row.threshold_approx, documented: row.documented, documented_approx: row.documented_approx,
  inferred: row.inferred, inferred_approx: row.inferred_approx, most: row.most, most_approx: row.most_approx,
  shown: row.shown, measure_text: row.measureText, reached: row.reached, reached_text: row.reachedText,
  in_force: row.inForce, in_force_text: row.inForceText, policies: row.policies, lacking: row.lacking,
  caption: row.caption
}
WITH row, held
MATCH (party:Party {case: $case, run: $run, id: row.party})
MERGE (held)-[:OF]->(party)
