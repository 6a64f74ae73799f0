/** What documents of the case state: testimony, freezes and the like, victims' losses. */
import type { Measure, Testimony, Victim } from '../ledger/statement.ts';
import { writtenAccount } from './attribution-words.ts';
import type { Fate } from './batches.ts';
import { validity } from './case-table.ts';
import { assetIn } from './mapped-asset.ts';
import { dayIn, handleIn, type MappedContext, neededAccount } from './mapped-row.ts';
import type { MappedField } from './mapping.ts';
import type { Row } from './row.ts';

type MappedRow = Row<MappedField>;

const DISPUTED: ReadonlyMap<string, boolean> = new Map([
	['是', true],
	['有', true],
	['有异议', true],
	['异议', true],
	['否认', true],
	['不认可', true],
	['翻供', true],
	['true', true],
	['yes', true],
	['', false],
	['否', false],
	['无', false],
	['无异议', false],
	['认可', false],
	['承认', false],
	['供认', false],
	['false', false],
	['no', false],
]);

/** Words of kinds. 续冻 holds the same money again, 止付 ends by itself within days: neither is listed. */
const MEASURES: ReadonlyMap<string, Measure['kind']> = new Map([
	['冻结', 'freeze'],
	['司法冻结', 'freeze'],
	['freeze', 'freeze'],
	['扣押', 'seizure'],
	['seizure', 'seizure'],
	['退赃', 'surrender'],
	['主动退赃', 'surrender'],
	['退缴', 'surrender'],
	['surrender', 'surrender'],
	['退赔', 'restitution'],
	['restitution', 'restitution'],
]);

/** What a person said on record. @throws RowFault */
export function mappedTestimony(row: MappedRow, { mapping, offsetMinutes }: MappedContext): Testimony {
	const about = row.text('about');
	const disputes = row.has('disputed') ? DISPUTED.get(row.text('disputed').toLowerCase()) : mapping.disputes;
	if (row.has('disputed') && disputes === undefined) throw row.fault('disputed', 'value');
	return {
		id: row.statementId('s'),
		person: row.needed('person'),
		document: row.needed('document'),
		page: row.text('page'),
		claim: row.needed('claim'),
		...(row.text('amount') === '' ? {} : { amount: row.amount('amount', mapping.decimals ?? 2) }),
		...(row.text('day') === '' ? {} : { day: dayIn(row, 'day', offsetMinutes) }),
		disputes: disputes ?? false,
		...(about === '' ? {} : { about: aboutOf(about) }),
		evidence: row.place(),
		raw: row.raw,
	};
}

/** An account in its one spelling; a transfer or a person as written. */
function aboutOf(text: string): string {
	const reading = writtenAccount(text);
	return reading.ok ? reading.account : text;
}

/** A freeze, seizure, surrender or restitution; its end (解冻, 解除) is none. @throws RowFault */
export function mappedMeasure(row: MappedRow, context: MappedContext): Fate {
	const { mapping, offsetMinutes } = context;
	const word = row.text('kind');
	if (/解冻|解除/.test(word)) return { skip: 'not-a-transfer' };
	const kind = word === '' ? mapping.kind : MEASURES.get(word.toLowerCase());
	if (kind === undefined) throw row.fault('kind', word === '' ? 'missing' : 'value');
	const person = row.text('person');
	const hasAccount = row.text('account') !== '';
	if (person === '' && !hasAccount) throw row.fault(row.has('person') ? 'person' : 'account', 'missing');
	const asset = assetIn(row, context);
	const measure: Measure = {
		id: row.statementId('m'),
		kind,
		person,
		...(hasAccount ? { account: neededAccount(row, 'account', mapping.network) } : {}),
		asset: asset.id,
		...(row.text('amount') === '' ? {} : { amount: row.amount('amount', mapping.decimals ?? asset.decimals) }),
		document: row.needed('document'),
		...row.optional('authority'),
		...validity(row, 'from', 'until', offsetMinutes),
		evidence: row.place(),
		raw: row.raw,
	};
	return { measures: [measure] };
}

/** A row of a victims' file. @throws RowFault */
export function mappedVictim(row: MappedRow, { mapping, offsetMinutes }: MappedContext): Victim {
	return {
		id: row.statementId('v'),
		pseudonym: handleIn(row, 'pseudonym'),
		loss: row.amount('loss', mapping.decimals ?? 2),
		...(row.text('day') === '' ? {} : { day: dayIn(row, 'day', offsetMinutes) }),
		...row.optional('group'),
		source: row.text('source') || row.name(),
		evidence: row.place(),
		raw: row.raw,
	};
}
