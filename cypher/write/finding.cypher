// Writes one part of a finding, a long text in several.
// Takes $case, $run, $key, $part, $text. Returns nothing.
MERGE (finding:Finding {case: $case, run: $run, key: $key, part: $part})
SET finding.text = $text
