// Purpose: the evidence files of a case, new.
// Parameters: $case; $rows: list of hashes
// Returns: nothing
UNWIND $rows AS hash
CREATE (:File {
  case: $case, hash: hash, paths: ['returns/' + left(hash, 6) + '.txt'], size: 1000, source: 'tenpay-trades',
  how: 'tenpay-trades 1 +08:00', current: 1
})
