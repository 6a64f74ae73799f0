// zh: 链上查询：每个地址的各类往来查到哪里，是否查全，因何未查全
// en: Questions to chains: how far each history of an address was answered, whether wholly, and why not
// param account: text = '' — 账号，空为全部 / account, empty for all
// returns account: text — 账号 / account
// returns history: text — 往来 / history
// returns state: text — 状态 / state
// returns outcomes: text — 未查全的原因 / why not whole
// returns from: text — 起 / from
// returns until: text — 止 / until
// returns records: count — 记录数 / records
// returns receipts: count — 回执数 / receipts
// returns reasons: text — 受阻原因 / what stood in the way
MATCH (history:History {case: $case, run: $run})
WHERE $account IN ['', history.account]
RETURN history.account AS account, history.history AS history, history.state AS state,
  reduce(all = '', one IN history.outcomes | all + CASE all WHEN '' THEN '' ELSE ', ' END + one) AS outcomes,
  toString(history.from) AS from, toString(history.until) AS until, history.records AS records,
  history.receipts AS receipts,
  reduce(all = '', one IN history.reasons | all + CASE all WHEN '' THEN '' ELSE '; ' END + one) AS reasons
ORDER BY state DESC, account, history, from
