import { type AccountId, accountOf } from '../ledger/account.ts';
import type { Attribution } from '../ledger/attribution.ts';
import type { Alias } from '../ledger/statement.ts';
import { alipayHandle } from './alipay-party.ts';
import { ownSide } from './alipay-record.ts';
import { type AlipayContext, type AlipayTable, alipayTableSource } from './alipay-table.ts';
import { identified } from './attribution-id.ts';
import type { Fate } from './batches.ts';
import type { Row } from './row.ts';

const COLUMNS = {
	user: ['用户ID'],
	mail: ['登录邮箱', '登陆邮箱'],
	phone: ['登录手机', '登陆手机'],
	party: ['账户名称'],
	document: ['证件类型'],
	identity: ['证件号'],
	bound: ['绑定手机'],
	opened: ['注册时间'],
	cards: ['绑定银行卡'],
} as const;
type Field = keyof typeof COLUMNS;

const TABLE: AlipayTable<Field> = {
	id: 'alipay-registration',
	columns: COLUMNS,
	required: ['user', 'party', 'identity', 'cards'],
	time: 'opened',
	fate,
};

/** 注册信息 of a judicial return: whose name stands behind a user number, by what logins it goes, which cards are bound to it. */
export const alipayRegistration = alipayTableSource(TABLE);

/** A real-name registration is checked against the identity card when it is made. */
const ACCOUNT_CONFIDENCE = 95;
/** A login may have been another user's before. */
const LOGIN_CONFIDENCE = 90;
/** A bound card must be in the same name; that is checked by the bank. */
const CARD_CONFIDENCE = 90;

/** @throws RowFault `missing` (no name), `account` (no user number), `time` */
function fate(row: Row<Field>, { offsetMinutes }: AlipayContext): Fate {
	// The answer that there is no such user repeats what was asked, and nothing else.
	if (row.text('user') === '' && row.text('party') === '') return { skip: 'query-failed' };
	const { account } = ownSide(row, 'user');
	const opened = row.text('opened') === '' ? {} : { from: row.moment('opened', offsetMinutes).instant };
	const logins = [row.text('mail'), row.text('phone')].flatMap((text) => alipayHandle(text) ?? []);
	const attributions = [
		claim(row, account, ACCOUNT_CONFIDENCE, opened),
		...logins.filter((login) => login !== account).map((login) => claim(row, login, LOGIN_CONFIDENCE)),
		...cardsIn(row.text('cards')).map((card) => claim(row, card, CARD_CONFIDENCE)),
	];
	return { attributions, aliases: aliasesOf(row, account) };
}

function claim(
	row: Row<Field>,
	account: AccountId,
	confidence: number,
	since: { readonly from?: number } = {},
): Attribution {
	const company = /营业执照|组织机构|统一社会信用/.test(row.text('document'));
	return identified({
		account,
		party: row.needed('party'),
		...row.optional('identity'),
		category: company ? 'other' : 'person',
		grade: 'registered',
		source: row.name(),
		confidence,
		...since,
	});
}

function aliasesOf(row: Row<Field>, account: AccountId): Alias[] {
	const evidence = row.place();
	const phones = new Set([row.text('phone'), row.text('bound')].filter((text) => text !== ''));
	const mail = row.text('mail');
	return [
		...(mail === '' ? [] : [{ account, name: mail, kind: 'handle' as const, evidence }]),
		...[...phones].map((name) => ({ account, name, kind: 'phone' as const, evidence })),
	];
}

/** `借记卡:COMM:<card>;信用卡:CCB:<card>;`. A number that is masked or damaged is no card. */
function cardsIn(text: string): AccountId[] {
	const numbers = text.split(/[;；]/).map((entry) => (entry.split(/[:：]/).at(-1) ?? '').trim());
	const cards = numbers
		.filter((number) => /^\d{12,19}$/.test(number))
		.flatMap((number) => accountOf('bank', number) ?? []);
	return [...new Set(cards)];
}
