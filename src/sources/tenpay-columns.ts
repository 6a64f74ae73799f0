import type { Header, Wanted } from './header.ts';

export type TenpayField =
	| 'user'
	| 'order'
	| 'parent'
	| 'userName'
	| 'direction'
	| 'business'
	| 'purpose'
	| 'time'
	| 'amount'
	| 'balance'
	| 'card'
	| 'clearing'
	| 'userFirm'
	| 'other'
	| 'otherName'
	| 'otherCard'
	| 'otherBank'
	| 'otherClearing'
	| 'otherFirm'
	| 'share'
	| 'note'
	| 'memo';

/**
 * Columns of TenpayTrades. Their names and order vary between returns; 第三方账户名称 stands twice, first for the user's
 * side, then for the counterparty's.
 */
export const TENPAY_COLUMNS: Wanted<TenpayField> = {
	user: ['用户ID'],
	order: ['交易单号'],
	parent: ['大单号'],
	userName: ['用户侧账号名称', '用户侧账户名称'],
	direction: ['借贷类型'],
	business: ['交易业务类型'],
	purpose: ['交易用途类型'],
	time: ['交易时间'],
	amount: ['交易金额'],
	balance: ['账户余额'],
	card: ['用户银行卡号', '用户侧银行卡号'],
	clearing: ['用户侧网银联单号'],
	userFirm: ['第三方账户名称'],
	other: ['对手方ID', '对手侧ID'],
	otherName: ['对手侧账户名称', '对手方账户名称'],
	otherCard: ['对手方银行卡号', '对手侧银行卡号'],
	otherBank: ['对手侧银行名称', '对手方银行名称'],
	otherClearing: ['对手侧网银联单号'],
	otherFirm: ['第三方账户名称'],
	share: ['对手方接收金额', '对手侧接收金额'],
	note: ['备注1'],
	memo: ['备注2'],
};

export const TENPAY_REQUIRED: readonly TenpayField[] = ['user', 'order', 'direction', 'time', 'amount', 'other'];

/** Decimals of an amount column by the unit in its header: 0 for `(分)`, 2 for `(元)`; undefined where it names none. */
export function decimalsOf(header: Header<TenpayField>, field: TenpayField): number | undefined {
	const name = header.names[header.columns[field] ?? -1] ?? '';
	if (/[(（]分[)）]/.test(name)) return 0;
	return /[(（]元[)）]/.test(name) ? 2 : undefined;
}
