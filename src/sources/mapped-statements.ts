/** Attributions and leads from a mapped table. */
import type { Attribution } from '../ledger/attribution.ts';
import type { Lead } from '../ledger/statement.ts';
import { formatDay } from '../ledger/time.ts';
import { confidenceIn } from './accounts-table.ts';
import { identified } from './attribution-id.ts';
import { categoryOf, writtenAccount } from './attribution-words.ts';
import { type MappedContext, mappedAccount } from './mapped-row.ts';
import type { MappedField } from './mapping.ts';
import type { Row } from './row.ts';
import { tagCategory } from './tag-confidence.ts';

/** Confidence of a label in a table that states none: as likely as not. */
const LABEL_CONFIDENCE = 50;

/**
 * The claim of a row that ties an account to a name. The table says no more than that the party uses the account.
 *
 * @throws RowFault naming the cell that cannot be read
 */
export function mappedAttribution(row: Row<MappedField>, { mapping }: MappedContext): Attribution {
	row.needed('account');
	const reading = mappedAccount(row, 'account', mapping);
	if (!reading.ok) throw row.fault('account', reading.fault === 'checksum' ? 'account-checksum' : 'account');
	const category = row.text('category');
	return identified({
		account: reading.account,
		party: row.needed('party'),
		category: categoryOf(category) ?? tagCategory(category),
		grade: 'uses',
		source: row.name(),
		confidence: row.text('confidence') === '' ? LABEL_CONFIDENCE : confidenceIn(row, 'confidence'),
	});
}

/**
 * A row of a daily report: how many persons a caller says to have brought in on a day.
 *
 * @throws RowFault naming the cell that cannot be read
 */
export function mappedLead(row: Row<MappedField>, { mapping, hints, file }: MappedContext): Lead {
	const offsetMinutes = mapping.offsetMinutes ?? hints.offsetMinutes;
	const count = row.needed('count');
	if (!/^\d{1,6}$/.test(count)) throw row.fault('count', 'value');
	const { sheet } = row.evidence();
	return {
		id: `l${row.recordId().slice(1, 17)}`,
		caller: callerOf(row, mapping.network),
		day: formatDay(row.moment('day', offsetMinutes).instant, offsetMinutes),
		count: Number(count),
		basis: 'reported',
		evidence: `${file.hash}:${sheet}:${row.number}`,
		raw: row.raw,
	};
}

/** An account where the mapping names a network or the cell does; else a party's name, as written. */
function callerOf(row: Row<MappedField>, network: string | undefined): string {
	const text = row.needed('caller');
	if (network === undefined && !/[:：]/.test(text)) return text;
	const reading = writtenAccount(network === undefined || text.includes(':') ? text : `${network}:${text}`);
	if (!reading.ok) throw row.fault('caller', reading.fault === 'checksum' ? 'account-checksum' : 'account');
	return reading.account;
}
