/**
 * How a table of any layout is read, from `case.yaml`. A value in `columns` is a header's exact text (after cleaning), or
 * a list of them joined with a space (date and time in two columns).
 */
export interface Mapping {
	/** Kebab-case; the source's name is `mapped:<name>`. */
	readonly name: string;
	/** Headers that must all stand in one row: this is how the file is recognised. */
	readonly when: readonly string[];
	readonly yields: 'transfers' | 'attributions' | 'leads';
	readonly columns: Readonly<Record<MappedField, string | readonly string[] | undefined>>;
	/** Fixed values where the file has no column: network of accounts, asset id, zone (minutes east), direction words. */
	readonly network?: string;
	readonly asset?: string;
	readonly offsetMinutes?: number;
	/** Decimals of the amount column, default the asset's; 0 where it is already in smallest units. */
	readonly decimals?: number;
	/** Words of the direction column that mean money in to / out of the `own` account. */
	readonly inWords?: readonly string[];
	readonly outWords?: readonly string[];
	/** Words of the status column that mean it happened; all others are `failed`. Absent: all rows happened. */
	readonly doneWords?: readonly string[];
	/** Whose books they are; default the mapping's name. Chain data says `chain:<network>`, and is then final. */
	readonly institution?: string;
}

/**
 * What a column of a mapped table can be. Transfers have `from` and `to`, or `counterparty` beside an `own` account (or
 * the file's owner) with a `direction` or a sign; `fromName` then names the own side and `toName` the counterparty.
 */
export const MAPPED_FIELDS = [
	'time',
	'amount',
	'from',
	'to',
	'own',
	'counterparty',
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
	'account',
	'party',
	'category',
	'confidence',
	'caller',
	'day',
	'count',
] as const;

export type MappedField = (typeof MAPPED_FIELDS)[number];
