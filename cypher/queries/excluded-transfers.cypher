// zh: 剔除的交易：理由、原额，均不追踪也不计数
// en: Excluded transfers with their reason and gross amount; they are neither traced nor counted
// param reason: text = '' — 理由代码，如 refund-of-another；空为全部 / reason, such as refund-of-another; empty for all
// returns reason: word exclusions — 理由 / reason
// returns time: instant — 时间 / time
// returns payer: text — 付款方名称 / payer's name
// returns payer_account: text — 付款账号 / payer's account
// returns payee: text — 收款方名称 / payee's name
// returns payee_account: text — 收款账号 / payee's account
// returns asset: asset — 币种 / asset
// returns gross: units — 原额 / gross
// returns transfer: text — 交易标识 / transfer
MATCH (t:Transfer {case: $case})
WHERE t.since <= $run AND $run < t.until AND t.exclusion IS NOT NULL AND ($reason = '' OR t.exclusion = $reason)
RETURN t.exclusion AS reason, t.at AS time, t.from_name AS payer, t.from_account AS payer_account, t.to_name AS payee,
  t.to_account AS payee_account, t.asset AS asset, t.gross AS gross, t.id AS transfer
ORDER BY reason, time, transfer
