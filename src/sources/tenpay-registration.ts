import { accountOf, tenpayAccount } from '../ledger/account.ts';
import type { Attribution } from '../ledger/attribution.ts';
import { parseTime } from '../ledger/time.ts';
import { identified } from './attribution-id.ts';
import { BatchBuilder, type Fate } from './batches.ts';
import { emptyIfNone } from './cells.ts';
import type { EvidenceFile, Hints, Sample, Source } from './contract.ts';
import { findHeader, type Header, hasAll } from './header.ts';
import type { TableRow } from './rows.ts';
import { sampleOf } from './sample.ts';
import { claimOn, findTables, optionsFor } from './table-rows.ts';
import { readTable } from './tables.ts';

/** Columns of both blocks: accounts in use, and below `注销信息` the closed ones with other columns. */
const COLUMNS = {
	status: ['账户状态'],
	account: ['账号'],
	party: ['注册姓名'],
	identity: ['注册身份证号'],
	opened: ['注册时间'],
	closed: ['注销时间'],
	bank: ['开户行信息'],
	card: ['银行账号'],
	bound: ['绑定时间'],
	unbound: ['解绑时间'],
} as const;
type Field = keyof typeof COLUMNS;

const REQUIRED: readonly Field[] = ['account', 'party', 'identity', 'opened'];
const CLOSED_BLOCK = '注销信息';
const NOT_FOUND = /^账号.*不存在$/;

/** A real-name registration is checked against the identity card when it is made. */
const ACCOUNT_CONFIDENCE = 95;
/** A bound card must be in the same name; that is checked by the bank. */
const CARD_CONFIDENCE = 90;

/**
 * TenpayRegInfo: whose name stands behind a WeChat or QQ pay account, and which bank cards are bound to it. A file of
 * one line `账号…不存在` is the answer that there is no such account.
 */
export const tenpayRegistration: Source = {
	id: 'tenpay-registration',
	version: 1,
	identify(sample) {
		const [found] = findTables(sample, { columns: COLUMNS, required: REQUIRED });
		if (found) return claimOn(found, 95);
		return isNotFound(sample) ? { confidence: 90 } : undefined;
	},
	async *read(file, hints) {
		const sample = await sampleOf(file);
		const names = sample.sheets.length > 0 ? sample.sheets.map(({ name }) => name) : [''];
		for (const name of names) {
			const builder = new BatchBuilder(name);
			const reader = new RegistrationReader(file, name, hints);
			for await (const rows of readTable(file, optionsFor(sample, name))) {
				for (const row of rows) builder.row(row, reader.read(row));
				yield builder.take();
			}
		}
	},
};

function isNotFound(sample: Sample): boolean {
	const rows = sample.sheets.flatMap((sheet) => sheet.rows).filter((row) => row.some((cell) => cell !== ''));
	return rows.length === 1 && NOT_FOUND.test((rows[0] ?? []).join(''));
}

/** Who holds the account of the last row that names one: the rows below it, with empty first cells, add cards. */
type Holder = Pick<Attribution, 'party'> & { readonly identity?: string };

class RegistrationReader {
	readonly #file: EvidenceFile;
	readonly #sheet: string;
	readonly #offsetMinutes: number;
	#header: Header<Field> | undefined;
	#holder: Holder | undefined;

	constructor(file: EvidenceFile, sheet: string, hints: Hints) {
		this.#file = file;
		this.#sheet = sheet;
		this.#offsetMinutes = hints.offsetMinutes;
	}

	read(row: TableRow): Fate {
		const filled = row.cells.filter((cell) => cell !== '');
		if (filled.length === 0) return { skip: 'blank' };
		if (row.fault) return { reject: row.fault, column: '', value: '' };
		if (filled.length === 1 && NOT_FOUND.test(filled[0] ?? '')) return { skip: 'query-failed' };
		const header = findHeader([row.cells], COLUMNS, REQUIRED.length);
		if (filled[0] === CLOSED_BLOCK || (header && hasAll(header, REQUIRED))) {
			this.#header = header ?? this.#header;
			this.#holder = undefined;
			return { skip: 'header' };
		}
		if (!this.#header) return { reject: 'columns', column: '', value: '' };
		return this.#statements(row);
	}

	#statements(row: TableRow): Fate {
		const times = this.#times(row);
		if ('reject' in times) return times;
		const handle = this.#cell(row, 'account');
		const claims: Omit<Attribution, 'id'>[] = [];
		if (handle !== '') {
			const party = this.#cell(row, 'party');
			const account = tenpayAccount(handle);
			// 未注册: the number was never registered, so the row ties it to nobody.
			if (party === '' || account === undefined) return { skip: 'query-failed' };
			const identity = this.#cell(row, 'identity');
			this.#holder = identity === '' ? { party } : { party, identity };
			claims.push(this.#claim(row, account, ACCOUNT_CONFIDENCE, times.opened, times.closed));
		}
		const text = this.#cell(row, 'card');
		const card = accountOf('bank', text);
		if (text !== '' && card === undefined && handle === '') return this.#unreadable(row, 'card', 'account');
		if (card !== undefined) {
			if (!this.#holder) return this.#unreadable(row, 'account', 'missing');
			claims.push(this.#claim(row, card, CARD_CONFIDENCE, times.bound, times.unbound));
		}
		if (claims.length === 0) return this.#unreadable(row, 'account', 'missing');
		return { attributions: claims.map(identified) };
	}

	#claim(
		row: TableRow,
		account: string,
		confidence: number,
		from: number | undefined,
		until: number | undefined,
	): Omit<Attribution, 'id'> {
		const place = this.#sheet === '' ? `${row.row}` : `${this.#sheet}!${row.row}`;
		return {
			account,
			...(this.#holder as Holder),
			category: 'person',
			grade: 'registered',
			source: `TenpayRegInfo ${this.#file.hash.slice(0, 12)}:${place}`,
			confidence,
			...(from === undefined ? {} : { from }),
			...(until === undefined ? {} : { until }),
		};
	}

	#times(row: TableRow): Partial<Record<Field, number>> | Extract<Fate, { reject: unknown }> {
		const times: Partial<Record<Field, number>> = {};
		for (const field of ['opened', 'closed', 'bound', 'unbound'] as const) {
			const text = this.#cell(row, field);
			if (text === '') continue;
			const moment = parseTime(text, this.#offsetMinutes);
			if (!moment) return this.#unreadable(row, field, 'time');
			times[field] = moment.instant;
		}
		return times;
	}

	#cell(row: TableRow, field: Field): string {
		const column = this.#header?.columns[field];
		return column === undefined ? '' : emptyIfNone(row.cells[column] ?? '');
	}

	#unreadable(row: TableRow, field: Field, reject: 'account' | 'missing' | 'time') {
		const column = this.#header?.names[this.#header.columns[field] ?? -1] ?? '';
		return { reject, column, value: this.#cell(row, field) };
	}
}
