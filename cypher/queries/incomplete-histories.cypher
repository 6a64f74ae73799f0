// zh: 不完整的记录：未能全部读取的文件，余额不连续的账户，有往来而未调取的账户，链上未查全的往来
// en: Incomplete histories: files not read whole, balances that do not follow, accounts dealt with whose return is not in the case, what a chain did not show
// returns what: text — 事项代码 / what
// returns subject: text — 文件或账户 / file or account
// returns text: text — 说明 / meaning
// returns stake: fen — 涉及金额 / at stake
CALL () {
  MATCH (gap:Gap {case: $case, run: $run})
  OPTIONAL MATCH (todo:Todo {case: $case, run: $run, code: gap.code, subject: gap.account, text: gap.text})
  RETURN gap.code AS what, CASE gap.file WHEN '' THEN gap.account ELSE gap.file END AS subject, gap.text AS text,
    coalesce(toInteger(todo.stake), 0) AS stake
  UNION ALL
  MATCH (todo:Todo {case: $case, run: $run})
  WHERE todo.code IN ['balance-gap', 'request-return']
  RETURN todo.code AS what, todo.subject AS subject, todo.text AS text, toInteger(todo.stake) AS stake
}
RETURN what, subject, text, stake
ORDER BY stake DESC, what, subject
