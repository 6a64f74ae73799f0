// Writes the assets that transfers of a run move, with their decimals.
// Takes $case, $run, $rows. Returns nothing. Written again, it changes nothing.
UNWIND $rows AS row
MERGE (asset:Asset {case: $case, run: $run, id: row.id})
SET asset += {symbol: row.symbol, decimals: row.decimals, caption: row.caption}
