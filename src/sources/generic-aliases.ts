/** By what names tables of payments call their columns. A name is the whole header, with or without a unit in brackets. */
import type { Wanted } from './header.ts';

export type GenericField =
	| 'time'
	| 'date'
	| 'inAmount'
	| 'outAmount'
	| 'amount'
	| 'direction'
	| 'balance'
	| 'from'
	| 'to'
	| 'fromName'
	| 'toName'
	| 'other'
	| 'otherName'
	| 'own'
	| 'ownName'
	| 'order'
	| 'summary'
	| 'note'
	| 'status'
	| 'currency';

const DAYS =
	'交易日期 记账日期 账务日期 入账日期 发生日期 业务日期 支付日期 付款日期 转账日期 流水日期 交易日 记账日 日期';

/** Fields that share a name take its occurrences in this order: more telling ones stand first. */
export const GENERIC_COLUMNS: Wanted<GenericField> = {
	time: [
		...words('交易日期时间 交易日期及时间 交易日期/时间 交易时间 交易发生时间 发生时间 入账时间 记账时间 账务时间'),
		...words('支付时间 付款时间 转账时间 到账时间 完成时间 交易完成时间 成交时间 业务时间 创建时间 交易创建时间'),
		...words('流水时间 流水时刻 时间 时刻 日期时间'),
		...words(DAYS),
		...['transaction time', 'transaction date', 'date/time', 'datetime', 'date time', 'timestamp', 'time'],
		...['posting date', 'booking date', 'value date', 'created at', 'date'],
	],
	date: [...words(DAYS), 'transaction date', 'posting date', 'booking date', 'date'],
	inAmount: [
		...words('收入金额 收入金额(+) 收入额 贷方发生额 贷方金额 贷方发生金额 贷方交易金额 存入金额 转入金额 进账金额'),
		...words('收方金额 收款金额 收入 贷方 存入 转入 进账 记账金额(收入) 交易金额(收入) 发生额(收入) 金额(收入)'),
		...['credit amount', 'credits', 'credit', 'deposit', 'deposits', 'money in', 'paid in'],
	],
	outAmount: [
		...words('支出金额 支出金额(-) 支出额 借方发生额 借方金额 借方发生金额 借方交易金额 支取金额 转出金额 出账金额'),
		...words('付方金额 付款金额 支出 借方 支取 转出 出账 记账金额(支出) 交易金额(支出) 发生额(支出) 金额(支出)'),
		...['debit amount', 'debits', 'debit', 'withdrawal', 'withdrawals', 'money out', 'paid out'],
	],
	amount: [
		...words('交易金额 发生额 交易发生额 发生金额 交易额 转账金额 支付金额 到账金额 实付金额 订单金额 流水金额'),
		...words('记账金额 入账金额 汇款金额 打款金额 实际金额 总金额 金额 数额'),
		...['transaction amount', 'amount', 'value', 'sum'],
	],
	direction: [
		...words('收付标志 借贷标志 借贷方向 借贷标记 借贷类型 收支类型 收支方向 收支标志 收付类型 收付方向 进出标志'),
		...words('出入账标识 进出账标识 交易方向 资金方向 资金流向 借贷 借/贷 收支 收/支 收付 进出 进/出 出入账 方向 流向'),
		...['debit/credit', 'credit/debit', 'dr/cr', 'direction', 'in/out'],
	],
	balance: [
		...words('交易余额 账户余额 交易后余额 当前余额 联机余额 账面余额 本次余额 卡余额 余额 结余'),
		...['running balance', 'closing balance', 'balance'],
	],
	from: [
		...words('付款账号 付款帐号 付款卡号 付款账户 付款方账号 付款方帐号 付款方账户 付款方卡号 付款人账号 付款人帐号'),
		...words(
			'付款人账户 付款人卡号 付方账号 转出账号 转出帐号 转出账户 转出卡号 转出方账号 汇款账号 汇款人账号 汇款人卡号',
		),
		...words('打款账号 打款人账号 支付账号 支付方账号 来源账号 出账账号'),
		...['from account', 'payer account', 'sender account', 'from'],
	],
	to: [
		...words('收款账号 收款帐号 收款卡号 收款账户 收款方账号 收款方帐号 收款方账户 收款方卡号 收款人账号 收款人帐号'),
		...words('收款人账户 收款人卡号 收方账号 转入账号 转入帐号 转入账户 转入卡号 转入方账号 目标账号 入账账号'),
		...['to account', 'payee account', 'receiver account', 'recipient account', 'to'],
	],
	fromName: [
		...words('付款人 付款方 付款户名 付款人名称 付款人姓名 付款人户名 付款方名称 付款方户名 付款方姓名 付方户名'),
		...words('转出户名 转出方 转出人 汇款人 汇款人姓名 打款人 打款人姓名 支付方'),
		...['payer', 'payer name', 'sender', 'sender name'],
	],
	toName: [
		...words('收款人 收款方 收款户名 收款人名称 收款人姓名 收款人户名 收款方名称 收款方户名 收款方姓名 收方户名'),
		...words('转入户名 转入方 转入人'),
		...['payee', 'payee name', 'receiver', 'recipient', 'recipient name', 'receiver name'],
	],
	other: [
		...words('交易对手账卡号 交易对手账号 交易对手卡号 交易对手账户 交易对方账号 交易对方卡号 交易对方账户 对手账卡号'),
		...words(
			'对手账号 对手卡号 对手账户 对手方账号 对手方卡号 对手方账户 对方账卡号 对方账号 对方帐号 对方卡号 对方账户',
		),
		...words('对方帐户 对方银行卡号 对方银行账号 对方账号/卡号 对方账(卡)号 对方卡/账号 对手方ID 对方ID 对手ID'),
		...['counterparty account', 'counterparty account number', 'counter account', 'counterparty iban'],
	],
	otherName: [
		...words('交易对手户名 交易对手名称 交易对手姓名 交易对方户名 交易对方名称 对手户名 对手姓名 对手名称 对手方户名'),
		...words('对手方名称 对方户名 对方姓名 对方名称 对方账户名 对方账户名称 对方客户名称 对方单位名称 对方单位 对方名'),
		...words('交易对手 交易对方 对手方 对方 对手 对手信息 对方信息 往来单位 商户名称 商户'),
		...['counterparty name', 'counterparty', 'merchant', 'merchant name'],
	],
	own: [
		...words('本方账号 本方帐号 本方卡号 本方账户 我方账号 我方卡号 本人账号 本人卡号 交易卡号 交易账号 交易帐号'),
		...words('查询卡号 查询账号 主体账号 主账号 客户账号 用户账号 银行卡号 银行账号 卡号 账号 帐号 账户'),
		...['account number', 'account no', 'account no.', 'card number', 'account'],
	],
	ownName: [
		...words('本方户名 本方姓名 本方名称 我方户名 账户开户名称 账户名称 账户名 开户名称 交易户名 客户名称 客户姓名'),
		...words('主体姓名 户名 姓名'),
		...['account name', 'account holder', 'holder'],
	],
	order: [
		...words(
			'交易流水号 交易单号 交易订单号 支付订单号 支付流水号 业务流水号 业务单号 转账单号 订单编号 订单号 交易号',
		),
		...words('流水编号 流水号'),
		...['transaction id', 'transaction no', 'transaction number', 'order id', 'order no', 'order number', 'reference'],
	],
	summary: [
		...words('摘要说明 交易摘要 摘要 交易说明 交易用途 用途 商品说明 商品名称 商品'),
		...['description', 'details', 'narrative', 'purpose'],
	],
	note: [
		...words('交易附言 附言 交易备注 备注信息 备注 留言 客户摘要 说明'),
		...['remark', 'remarks', 'note', 'notes', 'memo'],
	],
	status: [
		...words('交易是否成功 是否成功 交易状态 当前状态 支付状态 订单状态 转账状态 交易结果 处理结果 状态'),
		...['status', 'state', 'result'],
	],
	currency: [...words('记账币种 交易币种 币种 货币 币别'), 'currency', 'ccy'],
};

/** Headers of chain and exchange tables: their amounts are in coins, which no other column need say. */
export const OF_COINS = /哈希|hash|tx_?id|代币|token|区块|合约|\bgas\b|钱包|链上/i;

function words(list: string): string[] {
	return list.split(' ');
}
