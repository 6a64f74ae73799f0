/** One page of `/v1/accounts/…`, read without loss and held against what was asked. */
import { isLosslessNumber, parse } from 'lossless-json';
import { type AccountId, handleOf } from '../../../ledger/account.ts';
import type { HistoryKind } from '../../../ledger/receipt.ts';
import { JsonRow } from '../../token-json.ts';
import { tronAccount } from '../../token-json-record.ts';
import { jsonSpans } from '../../token-json-spans.ts';
import { Damage, damageOf } from './damage.ts';

/** What a page must be an answer to. Both ends of the window are in it. */
export interface PageQuestion {
	readonly account: AccountId;
	/** The same in 40 digits of hex, as it stands in the data of calls. */
	readonly hex: string;
	readonly history: HistoryKind;
	readonly from: number;
	readonly until: number;
}

export interface Page {
	/** Oldest first. */
	readonly rows: readonly JsonRow[];
	/** Of each row, milliseconds since 1970. */
	readonly instants: readonly number[];
	/** Of each row: the transaction, or the internal transaction, that it tells of. */
	readonly subjects: readonly string[];
	/** '' on the last page. */
	readonly fingerprint: string;
}

/** Where each history has what its rows tell of. */
const SUBJECT: Readonly<Record<HistoryKind, readonly string[]>> = {
	tokens: ['transaction_id'],
	// What contracts sent comes among them, and is a history of its own.
	coins: ['txID', 'internal_tx_id'],
	internal: ['internal_tx_id'],
};

/**
 * Reads a page. What it must be: success, as many rows as it says, oldest first and behind the page before, inside the
 * window, each of them touching the account, none of them told twice.
 *
 * Two rows of the token history may be equal, since a contract may move the same sum twice in one transaction; whether
 * they are one or two, the logs of their block say (`ties.ts`).
 *
 * @throws Damage
 */
export function pageOf(text: string, question: PageQuestion, before: Page | undefined): Page {
	const { values, fingerprint } = contentOf(text);
	const spans = [...jsonSpans(text)];
	if (spans.length !== values.length) throw new Damage('the rows of the answer cannot be told apart');
	const rows = spans.map(({ start, end }, sequence) => {
		const evidence = {
			kind: 'chain',
			chain: 'tron',
			transaction: '',
			position: `row ${sequence}`,
			receipt: '',
		} as const;
		return new JsonRow({ sequence, evidence: () => evidence }, text.slice(start, end), values[sequence]);
	});
	if (fingerprint !== '' && fingerprint === before?.fingerprint) throw new Damage('the cursor of the page before');
	if (fingerprint !== '' && rows.length === 0) throw new Damage('no rows and yet a cursor');
	const page = {
		rows,
		instants: rows.map((row) => instantOf(row)),
		subjects: rows.map((row) => subjectOf(row, question)),
		fingerprint,
	};
	held(page, question, before);
	return page;
}

function contentOf(text: string): { readonly values: readonly unknown[]; readonly fingerprint: string } {
	let answer: unknown;
	try {
		answer = parse(text);
	} catch {
		throw new Damage('JSON that is cut or broken');
	}
	const { data, success, meta } = (typeof answer === 'object' && answer !== null ? answer : {}) as {
		readonly [member in 'data' | 'success' | 'meta']?: unknown;
	};
	if (success !== true || !Array.isArray(data)) throw new Damage('no list of rows');
	const { page_size: size, fingerprint } = (meta ?? {}) as {
		readonly page_size?: unknown;
		readonly fingerprint?: unknown;
	};
	if (isLosslessNumber(size) && size.value !== String(data.length)) {
		throw new Damage(`${data.length} rows on a page that says it has ${size.value}`);
	}
	return { values: data, fingerprint: typeof fingerprint === 'string' ? fingerprint : '' };
}

function instantOf(row: JsonRow): number {
	const text = row.text('block_timestamp');
	if (!/^\d{13}$/.test(text)) throw new Damage(`block_timestamp "${text.slice(0, 40)}"`);
	return Number(text);
}

function subjectOf(row: JsonRow, { history }: PageQuestion): string {
	const subject = row.text(...SUBJECT[history]);
	if (subject === '') throw new Damage(`a row without ${SUBJECT[history]}`);
	return subject;
}

function held(page: Page, question: PageQuestion, before: Page | undefined): void {
	const { from, until, history } = question;
	let last = before?.instants.at(-1) ?? from;
	const told = new Set(before?.subjects);
	for (const [index, row] of page.rows.entries()) {
		const [instant, subject] = [page.instants[index] as number, page.subjects[index] as string];
		if (instant < from || instant > until) throw new Damage(`${subject} at ${instant} lies outside what was asked`);
		if (instant < last) throw new Damage(`${subject} at ${instant} comes after ${last}`);
		if (history !== 'tokens' && told.has(subject)) throw new Damage(`${subject} comes twice`);
		if (!touches(row, question)) throw new Damage(`${subject} does not touch ${handleOf(question.account)}`);
		told.add(subject);
		last = instant;
	}
}

function touches(row: JsonRow, { account, hex, history }: PageQuestion): boolean {
	// Contracts of many types name the account in members of many names, and calls name it in their data.
	if (history === 'coins') return row.raw.includes(handleOf(account)) || row.raw.toLowerCase().includes(hex);
	const sides = history === 'tokens' ? ['from', 'to'] : ['from_address', 'to_address'];
	return sides.some((side) => row.text(side) !== '' && accountIn(row, side) === account);
}

function accountIn(row: JsonRow, side: string): AccountId {
	try {
		return tronAccount(row, [side]);
	} catch (error) {
		throw damageOf(error, side);
	}
}
