// Removes runs after $run and all they concluded, in parts; with 0 every run.
// Takes $case, $run. Returns nothing.
CALL () {
  MATCH (said:Run {case: $case}) WHERE said.number > $run
  RETURN said
  UNION ALL
  MATCH (said:Finding {case: $case}) WHERE said.run > $run
  RETURN said
  UNION ALL
  MATCH (said:Party {case: $case}) WHERE said.run > $run
  RETURN said
  UNION ALL
  MATCH (said:Figure {case: $case}) WHERE said.run > $run
  RETURN said
  UNION ALL
  MATCH (said:Yardstick {case: $case}) WHERE said.run > $run
  RETURN said
  UNION ALL
  MATCH (said:Payout {case: $case}) WHERE said.run > $run
  RETURN said
  UNION ALL
  MATCH (said:CashOut {case: $case}) WHERE said.run > $run
  RETURN said
  UNION ALL
  MATCH (said:Lead {case: $case}) WHERE said.run > $run
  RETURN said
  UNION ALL
  MATCH (said:LeadRate {case: $case}) WHERE said.run > $run
  RETURN said
  UNION ALL
  MATCH (said:Work {case: $case}) WHERE said.run > $run
  RETURN said
  UNION ALL
  MATCH (said:Testimony {case: $case}) WHERE said.run > $run
  RETURN said
  UNION ALL
  MATCH (said:Measure {case: $case}) WHERE said.run > $run
  RETURN said
  UNION ALL
  MATCH (said:Group {case: $case}) WHERE said.run > $run
  RETURN said
  UNION ALL
  MATCH (said:Proposal {case: $case}) WHERE said.run > $run
  RETURN said
  UNION ALL
  MATCH (said:Seed {case: $case}) WHERE said.run > $run
  RETURN said
  UNION ALL
  MATCH (said:History {case: $case}) WHERE said.run > $run
  RETURN said
  UNION ALL
  MATCH (said:Gap {case: $case}) WHERE said.run > $run
  RETURN said
  UNION ALL
  MATCH (said:Asset {case: $case}) WHERE said.run > $run
  RETURN said
  UNION ALL
  MATCH (said:Todo {case: $case}) WHERE said.run > $run
  RETURN said
  UNION ALL
  MATCH (said:Summary {case: $case}) WHERE said.run > $run
  RETURN said
}
CALL (said) { DETACH DELETE said } IN TRANSACTIONS OF 10000 ROWS
