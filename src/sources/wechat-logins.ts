import { type AccountId, billAccount, tenpayAccount } from '../ledger/account.ts';
import type { EvidenceFile, Hints, Source } from './contract.ts';
import { type Judge, readBody } from './headed.ts';
import type { Header } from './header.ts';
import { Row, tableBelow } from './row.ts';
import type { TableRow } from './rows.ts';
import { sampleOf } from './sample.ts';
import { claimOn, fateOfRow, findTables, optionsFor } from './table-rows.ts';
import { readTable } from './tables.ts';

const COLUMNS = {
	time: ['时间', '登录时间', '登陆时间'],
	ip: ['IP', '登录IP', 'IP地址'],
} as const;
type Field = keyof typeof COLUMNS;
const REQUIRED: readonly Field[] = ['time', 'ip'];

const TITLE = /^登[录陆]日志[:：]/;
const ACCOUNT = /^(?:微信号|账号)[:：]\s*(\S+)/;

/**
 * 登录轨迹: when and from which addresses a WeChat account was used. The account stands in a line of the file, if at all: else
 * the register says whose file it is.
 */
export const wechatLogins: Source = {
	id: 'wechat-logins',
	version: 1,
	identify(sample) {
		const [found] = findTables(sample, { columns: COLUMNS, required: REQUIRED });
		const titled = sample.sheets.some(({ rows }) => rows.some((cells) => cells.some((cell) => TITLE.test(cell))));
		return found && titled && sample.form === 'text' ? claimOn(found, 90) : undefined;
	},
	async *read(file, hints) {
		const options = optionsFor(await sampleOf(file), '');
		const judgeOf = (header: Header<Field>, start: readonly TableRow[]) => judgeLogins(file, hints, header, start);
		yield* readBody(readTable(file, options), '', COLUMNS, REQUIRED, judgeOf);
	},
};

function judgeLogins(file: EvidenceFile, hints: Hints, header: Header<Field>, start: readonly TableRow[]): Judge {
	const table = tableBelow(file, '', header);
	let account = start.slice(0, header.index).reduce(accountAt, hints.owner ?? billAccount(file.hash));
	return (tableRow) => {
		const next = accountAt(account, tableRow);
		// A file may hold several accounts, each below a line that names it.
		if (next !== account || isTitle(tableRow)) {
			account = next;
			return { skip: 'preamble' };
		}
		return fateOfRow(new Row(table, tableRow), (row) => {
			const moment = row.moment('time', hints.offsetMinutes);
			const id = row.statementId('l');
			return { logins: [{ id, account, moment, ip: row.needed('ip'), evidence: row.place(), raw: row.raw }] };
		});
	};
}

/** The account that the line names, else the one before. */
function accountAt(before: AccountId, row: TableRow): AccountId {
	const named = ACCOUNT.exec(only(row))?.[1];
	return (named === undefined || named.includes('*') ? undefined : tenpayAccount(named)) ?? before;
}

function isTitle(row: TableRow): boolean {
	return TITLE.test(only(row)) || ACCOUNT.test(only(row));
}

/** The one cell that is filled, '' where there are several. */
function only({ cells }: TableRow): string {
	const filled = cells.filter((cell) => cell !== '');
	return filled.length === 1 ? (filled[0] ?? '') : '';
}
