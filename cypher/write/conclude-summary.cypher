// Writes the case in one node: its zone and the sums that must agree.
// Takes $case, $run, $rows. Returns nothing. Written again, it changes nothing.
UNWIND $rows AS row
MERGE (summary:Summary {case: $case, run: $run, id: row.id})
SET summary += {
  name: row.name, timezone: row.timezone, inflow: row.inflow, inflow_approx: row.inflow_approx, kept: row.kept,
  kept_approx: row.kept_approx, operating: row.operating, operating_approx: row.operating_approx,
  unresolved: row.unresolved, unresolved_approx: row.unresolved_approx, transfers: row.transfers, caption: row.caption
}
