// zh: 一笔交易的证据行：文件、工作表、行号、校验值、原文
// en: The rows under one transfer: file, sheet, row, hash, and the row as it stands
// param transfer: text — 交易标识或记录编号 / id of the transfer or of a record
// returns file: text — 文件 / file
// returns sheet: text — 工作表 / sheet
// returns row: count — 行号 / row
// returns seen_by: text — 本方（from 付款方，to 收款方） / own side
// returns raw: text — 原文 / raw row
// returns hash: text — 校验值SHA-256 / SHA-256
// returns record: text — 记录编号 / record
// returns transfer: text — 交易标识 / transfer
MATCH (t:Transfer {case: $case})
WHERE t.since <= $run AND $run < t.until AND $transfer IN [t.id] + t.aliases + t.records
MATCH (r:Record)-[:SHOWS]->(t)
MATCH (r)-[:IN]->(f:File)
RETURN f.paths[0] AS file, coalesce(r.sheet, '') AS sheet, r.row AS row, r.own AS seen_by, r.raw AS raw,
  coalesce(r.other_file, f.hash) AS hash, r.id AS record, t.id AS transfer
ORDER BY file, sheet, row, record
