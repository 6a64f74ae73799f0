// Balances that rows print for the account whose books they come from, by account, instant, record.
// Takes $case, $hashes (null: all files). Returns account, asset, balance, instant, its text, precision, record.
MATCH (file:File {case: $case})<-[:IN]-(record:Record)
WHERE record.reading = file.current AND ($hashes IS NULL OR file.hash IN $hashes)
  AND record.balance IS NOT NULL AND record.own <> 'neither'
WITH record, CASE record.own WHEN 'from' THEN record.from_account ELSE record.to_account END AS account
ORDER BY account, record.at, record.id
RETURN [account, record.asset, record.balance, record.at.epochMillis, record.time_text, record.precision, record.id] AS cells
