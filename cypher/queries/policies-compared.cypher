// zh: 各推定规则对照：每人收到多少，各规则下有多少可追溯到起点
// en: All policies side by side: what each person received, and how much of it each policy traces to seeds
// returns name: text — 姓名 / name
// returns role: word roles — 角色 / role
// returns asset: asset — 币种 / asset
// returns received: fen — 收到 / received
// returns fifo: units — 先进先出 / FIFO
// returns lifo: units — 后进先出 / LIFO
// returns haircut: units — 按比例 / haircut
// returns poison: units — 全部沾染（上限） / poison (upper bound)
// returns party: text — 人员编号 / party
MATCH (received:Figure {case: $case, run: $run, name: 'received', asset: 'CNY'})-[:OF]->(p:Party)
MATCH (f:Figure {case: $case, run: $run})-[:OF]->(p)
WHERE f.name STARTS WITH 'traced-' AND f.asset = 'CNY'
WITH p, received.value AS value, received.value_approx AS approx, collect({policy: f.name, value: f.value}) AS shares
RETURN p.name AS name, p.role AS role, 'CNY' AS asset, value AS received,
  head([s IN shares WHERE s.policy = 'traced-fifo' | s.value]) AS fifo,
  head([s IN shares WHERE s.policy = 'traced-lifo' | s.value]) AS lifo,
  head([s IN shares WHERE s.policy = 'traced-haircut' | s.value]) AS haircut,
  head([s IN shares WHERE s.policy = 'traced-poison' | s.value]) AS poison,
  p.id AS party
ORDER BY approx DESC, party
