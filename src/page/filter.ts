import { parseAmount } from '../ledger/money.ts';
import { parseTime } from '../ledger/time.ts';
import type { Place } from '../reports/page/format.ts';
import { visible } from '../reports/visible.ts';
import { POLICIES, type Policy } from '../tracing/types.ts';
import { CERTAINTY, type Data, EXCLUSION, GRADE, KIND, MEDIUM } from './data.ts';
import type { Tracer } from './tracer.ts';

/** The parameters by which rows are narrowed, as the address spells them. */
export const FILTERS = [
	'from',
	'until',
	'kind',
	'certainty',
	'grade',
	'medium',
	'state',
	'text',
	'least',
	'amount',
	'file',
	'traced',
] as const;

const DAY_MS = 86_400_000;

/** The rows of a list that the parameters let through, in their order. */
export function filtered(data: Data, tracer: Tracer, rows: Iterable<Place>, params: URLSearchParams): Place[] {
	const tests = testsOf(data, tracer, params);
	const found: Place[] = [];
	for (const row of rows) if (tests.every((test) => test(row))) found.push(row);
	return found;
}

/** The policy that the address names, else that of the case. */
export function policyOf(data: Data, params: URLSearchParams): Policy {
	const asked = params.get('policy') ?? data.told.policy;
	return POLICIES.find((policy) => policy === asked) ?? 'fifo';
}

type Test = (row: Place) => boolean;

function testsOf(data: Data, tracer: Tracer, params: URLSearchParams): Test[] {
	const value = (name: (typeof FILTERS)[number]) => params.get(name) ?? '';
	const tests: Test[] = [];
	const from = dayOf(value('from'), data.told.offsetMinutes);
	const until = dayOf(value('until'), data.told.offsetMinutes);
	if (from !== undefined) tests.push((row) => (data.time[row] as number) >= from);
	if (until !== undefined) tests.push((row) => (data.time[row] as number) < until + DAY_MS);
	for (const [name, column] of CODES) {
		const wanted = value(name);
		if (wanted !== '') tests.push((row) => data.code(column, row) === wanted);
	}
	if (value('state') === 'counted') tests.push((row) => data.code(EXCLUSION, row) === '');
	if (value('state') === 'excluded') tests.push((row) => data.code(EXCLUSION, row) !== '');
	const least = leastOf(data, value('least'));
	if (least) tests.push((row) => data.amount(row) >= (least[data.rows.asset[row] as Place] as bigint));
	const amount = unitsOf(data, value('amount'));
	if (amount) tests.push((row) => data.amount(row) === amount[data.rows.asset[row] as Place]);
	const file = value('file');
	if (file !== '') {
		const wanted = new Set(data.rows.paths.flatMap(([, hash], place) => (hash === file ? [place] : [])));
		tests.push((row) => data.standsIn(row, wanted));
	}
	if (value('text') !== '') tests.push(holds(data, value('text')));
	// Last: it is worked out row by row.
	if (value('traced') !== '') {
		const policy = policyOf(data, params);
		tests.push((row) => tracer.traced(row, policy) > 0n);
	}
	return tests;
}

const CODES = [
	['kind', KIND],
	['certainty', CERTAINTY],
	['grade', GRADE],
	['medium', MEDIUM],
] as const;

/** Whether a text stands in who, account, memo, order number or id of a row. Case counts for nothing. */
export function holds(data: Data, text: string): Test {
	const wanted = visible(text).toLowerCase();
	const { from, card, to, payer, payee, memo, order, ids } = data.rows;
	const hits = data.textsWith(wanted);
	const columns = [from, card, to, payer, payee, memo];
	return (row) => {
		for (const column of columns) if (hits[column[row] as Place] === 1) return true;
		return (order[row] as string).toLowerCase().includes(wanted) || ids[row] === wanted;
	};
}

/** A typed amount in the units of each asset; undefined where it is none. */
export function unitsOf(data: Data, text: string): (bigint | undefined)[] | undefined {
	if (text.trim() === '') return undefined;
	const read = data.told.assets.map(({ decimals }) => parseAmount(text.trim(), decimals));
	return read.some(({ ok }) => ok) ? read.map((one) => (one.ok ? one.amount : undefined)) : undefined;
}

/** The least amount of each asset that is not below a typed one, which may be finer than the asset. */
function leastOf(data: Data, text: string): bigint[] | undefined {
	const finest = Math.max(...data.told.assets.map(({ decimals }) => decimals));
	const read = parseAmount(text.trim(), finest);
	if (!read.ok) return undefined;
	return data.told.assets.map(({ decimals }) => {
		const unit = 10n ** BigInt(finest - decimals);
		return read.amount / unit + (read.amount % unit > 0n ? 1n : 0n);
	});
}

function dayOf(text: string, offsetMinutes: number): number | undefined {
	return text === '' ? undefined : parseTime(text, offsetMinutes)?.instant;
}
