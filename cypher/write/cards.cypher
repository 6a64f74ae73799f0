// Ties a chat payment to the card that it was drawn from.
// Takes $case, $run, $cards (lists of transfer's id, card). Returns nothing.
UNWIND $cards AS cell
MATCH (card:Account {case: $case, id: cell[1]})
MATCH (transfer:Transfer {case: $case, id: cell[0], since: $run})
MERGE (card)-[:CARD]->(transfer)
