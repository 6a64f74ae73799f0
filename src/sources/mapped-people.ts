/** Who is who: accounts tied to names, seats to persons, rosters of the gang. */
import type { Attribution } from '../ledger/attribution.ts';
import type { Spell } from '../ledger/person.ts';
import { confidenceIn, withdrawalIn } from './accounts-table.ts';
import { identified } from './attribution-id.ts';
import { categoryOf, relationOf, USUAL_CONFIDENCE } from './attribution-words.ts';
import { validity } from './case-table.ts';
import { type MappedContext, neededAccount } from './mapped-row.ts';
import type { MappedField } from './mapping.ts';
import { spellOf } from './people-table.ts';
import type { Row } from './row.ts';
import { tagCategory } from './tag-confidence.ts';

type MappedRow = Row<MappedField>;

/** Confidence of a label in a table that states none: as likely as not. */
const LABEL_CONFIDENCE = 50;

/**
 * The claim of a row that ties an account to a name. Without a relation it says no more than that the party uses the
 * account.
 *
 * @throws RowFault naming the cell that cannot be read
 */
export function mappedAttribution(row: MappedRow, { mapping, offsetMinutes }: MappedContext): Attribution {
	const category = row.text('category');
	const word = row.text('grade');
	const grade = word === '' ? 'uses' : relationOf(word);
	if (grade === undefined) throw row.fault('grade', 'role');
	return identified({
		account: neededAccount(row, 'account', mapping.network),
		party: row.needed('party'),
		...row.optional('identity'),
		category: categoryOf(category) ?? tagCategory(category),
		grade,
		source: row.text('source') || row.name(),
		confidence: confidence(row, word === '' ? LABEL_CONFIDENCE : USUAL_CONFIDENCE[grade]),
		...validity(row, 'from', 'until', offsetMinutes),
		...withdrawalIn(row, 'withdrawn', 'why'),
	});
}

/** Who sat at a seat of a dialler (工号), when: it is used by them. @throws RowFault */
export function mappedSeat(row: MappedRow, { mapping, offsetMinutes }: MappedContext): Attribution {
	return identified({
		account: neededAccount(row, 'account', mapping.network ?? 'seat'),
		party: row.needed('party'),
		...row.optional('identity'),
		category: 'person',
		grade: 'uses',
		source: row.text('source') || row.name(),
		confidence: confidence(row, USUAL_CONFIDENCE.uses),
		...validity(row, 'from', 'until', offsetMinutes),
	});
}

/** A row of a roster, read as one of people.csv. @throws RowFault */
export function mappedSpell(row: MappedRow, { offsetMinutes }: MappedContext): Spell {
	return spellOf(row, { offsetMinutes });
}

function confidence(row: MappedRow, usual: number): number {
	return row.text('confidence') === '' ? usual : confidenceIn(row, 'confidence');
}
