import type { Measure } from '../ledger/statement.ts';

/**
 * How a table of any layout is read, from `case.yaml`. A value in `columns` is a header's exact text (after cleaning), or
 * a list of them joined with a space (date and time in two columns).
 */
export interface Mapping {
	/** Kebab-case; the source's name is `mapped:<name>`. */
	readonly name: string;
	/** Headers that must all stand in one row: this is how the file is recognised. */
	readonly when: readonly string[];
	readonly yields: MappedYield;
	readonly columns: Readonly<Record<MappedField, string | readonly string[] | undefined>>;
	/** Fixed values where the file has no column: network of accounts, asset id, zone (minutes east), direction words. */
	readonly network?: string;
	readonly asset?: string;
	readonly offsetMinutes?: number;
	/** Decimals of the amount column, default the asset's; 0 where it is already in smallest units. */
	readonly decimals?: number;
	/** Words of the direction column that mean money (of orders: coins) in to / out of the `own` account. */
	readonly inWords?: readonly string[];
	readonly outWords?: readonly string[];
	/** Words of the status column that mean it happened; all others are `failed`. Absent: the usual words count. */
	readonly doneWords?: readonly string[];
	/** Of orders: words of the status column that mean it was called off. */
	readonly cancelledWords?: readonly string[];
	/** Of measures, where all rows are of one kind. */
	readonly kind?: Measure['kind'];
	/** Of testimony, where all rows contest what is held against the person. */
	readonly disputes?: boolean;
	/** Whose books they are; default the mapping's name. Chain data says `chain:<network>`, and is then final. */
	readonly institution?: string;
}

/** The columns of one kind of table. */
interface MappedTable {
	/** Columns without which no row can be read; one of the lists is enough. */
	readonly needed: readonly (readonly string[])[];
	readonly further: readonly string[];
}

/**
 * What a mapped table can state, and the columns that such a table can have. Transfers have `from` and `to`, or
 * `counterparty` beside an `own` account (or the file's owner) with a `direction` or a sign; `fromName` then names the
 * own side and `toName` the counterparty. Money in and out in two columns is `inAmount` and `outAmount`, without
 * `amount`. In every other table `from` and `until` are the first and the last day of what a row says. `seats` and
 * `people` state attributions and spells, in the words of such tables.
 */
export const MAPPED_TABLES = {
	transfers: {
		needed: [
			['time', 'amount', 'from', 'to'],
			['time', 'amount', 'counterparty'],
			['time', 'inAmount', 'outAmount', 'counterparty'],
		],
		further: [
			'own',
			'direction',
			'fromName',
			'toName',
			'order',
			'block',
			'index',
			'status',
			'memo',
			'balance',
			'asset',
			'coin',
			'chain',
			'fee',
		],
	},
	orders: {
		needed: [['time', 'order', 'side', 'quantity', 'yuan']],
		further: ['own', 'status', 'coin', 'chain', 'asset', 'fee', 'price', 'counterparty', 'payAccount', 'payMethod'],
	},
	attributions: {
		needed: [['account', 'party']],
		further: ['identity', 'category', 'grade', 'confidence', 'source', 'from', 'until', 'withdrawn', 'why'],
	},
	people: {
		needed: [['person', 'role']],
		further: [
			'identity',
			'nicknames',
			'group',
			'superior',
			'introducer',
			'province',
			'office',
			'batch',
			'from',
			'until',
			'source',
		],
	},
	leads: { needed: [['caller', 'day', 'count']], further: ['reporter'] },
	calls: { needed: [['caller', 'callee', 'time', 'seconds']], further: ['status', 'task', 'group'] },
	attendance: {
		needed: [
			['worker', 'day', 'hours'],
			['worker', 'day', 'minutes'],
			['worker', 'day', 'start', 'end'],
		],
		further: [],
	},
	checks: { needed: [['inspector', 'worker', 'time', 'result']], further: [] },
	seats: { needed: [['account', 'party']], further: ['identity', 'confidence', 'source', 'from', 'until'] },
	members: {
		needed: [
			['group', 'member'],
			['group', 'name'],
		],
		further: ['role', 'from', 'until'],
	},
	joins: {
		needed: [
			['group', 'member', 'time'],
			['group', 'name', 'time'],
		],
		further: ['groupName', 'inviter'],
	},
	testimony: {
		needed: [['person', 'document', 'claim']],
		further: ['page', 'amount', 'day', 'disputed', 'about'],
	},
	measures: {
		needed: [
			['kind', 'person', 'document'],
			['kind', 'account', 'document'],
		],
		further: ['amount', 'asset', 'coin', 'chain', 'authority', 'from', 'until'],
	},
	victims: { needed: [['pseudonym', 'loss']], further: ['day', 'group', 'source'] },
} as const satisfies Record<string, MappedTable>;

export type MappedYield = keyof typeof MAPPED_TABLES;

type Tables = (typeof MAPPED_TABLES)[MappedYield];

/** What a column of a mapped table can be. */
export type MappedField = Tables['needed'][number][number] | Tables['further'][number];

export const MAPPED_YIELDS = Object.keys(MAPPED_TABLES) as readonly MappedYield[];

/** Columns that the mapping must name: of several sets the one that lacks least. */
export function essential(mapping: Mapping): readonly MappedField[] {
	const sets: readonly (readonly MappedField[])[] = MAPPED_TABLES[mapping.yields].needed;
	const lacking = sets.map((set) => set.filter((field) => !isGiven(mapping, field)).length);
	const set = sets[lacking.indexOf(Math.min(...lacking))] ?? [];
	return set.filter((field) => field !== 'kind' || mapping.kind === undefined);
}

/** Columns whose absence would change what the others say: without them a row that failed would count as one that did not. */
const DECISIVE: readonly MappedField[] = ['direction', 'status', 'asset', 'coin', 'chain', 'disputed', 'withdrawn'];

/** Columns that a file must have to be read by the mapping. */
export function required(mapping: Mapping): readonly MappedField[] {
	return [...essential(mapping), ...DECISIVE.filter((field) => mapping.columns[field] !== undefined)];
}

/** The first column that tables of this kind do not have. */
export function foreignField({ yields, columns }: Mapping): string | undefined {
	const { needed, further }: MappedTable = MAPPED_TABLES[yields];
	const known = new Set([...needed.flat(), ...further]);
	return Object.keys(columns).find((field) => !known.has(field));
}

function isGiven({ columns, kind }: Mapping, field: MappedField): boolean {
	return columns[field] !== undefined || (field === 'kind' && kind !== undefined);
}
