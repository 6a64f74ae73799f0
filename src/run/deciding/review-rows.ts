import { choicesOf } from '../../findings/todo/choices.ts';
import type { Todo } from '../../findings/todo/item.ts';
import { formatAmount, withUnit } from '../../ledger/money.ts';
import type { LedgerRecord } from '../../ledger/record.ts';
import { visible } from '../../reports/visible.ts';
import { say, word, wordsOf } from '../../reports/words.ts';
import type { ReviewField } from '../../sources/review-sheet.ts';
import type { CaseView } from '../questions/case-view.ts';
import { choiceWords } from './choice-words.ts';
import { fingerprintOf } from './fingerprint.ts';

/** A point of the list as a row of the review sheet: texts safe to show, and what its cell 决定 offers. */
export interface ReviewRow {
	readonly cells: Readonly<Record<ReviewField, string>>;
	readonly choices: readonly string[];
	/** Whether it asks whose an account is. */
	readonly asksPerson: boolean;
}

/** Rows of evidence named for one point: enough to open the right file at the right place. */
const PLACES_MAX = 6;

/** The whole list, in its order, with the rows of evidence behind each point. */
export async function reviewRows(view: CaseView): Promise<ReviewRow[]> {
	const { todo, evidence } = view.findings;
	const behind = new Set(todo.flatMap((point) => point.transfers ?? []));
	const records = new Map<string, LedgerRecord>();
	const ids = [...behind].flatMap((id) => view.transfer(id)?.records ?? []);
	for (const record of await view.store.recordsById(ids)) records.set(record.id, record);
	const paths = new Map(evidence.files.map((file) => [file.hash, file.paths[0] ?? file.hash]));
	return todo.map((point, index) => {
		const rows = (point.transfers ?? [])
			.flatMap((id) => view.transfer(id)?.records ?? [])
			.flatMap((id) => records.get(id) ?? []);
		const places = placesOf(rows, paths);
		return rowOf(view, point, index + 1, places);
	});
}

function rowOf(view: CaseView, point: Todo, number: number, places: readonly string[]): ReviewRow {
	const { language } = view.findings.case;
	const words = wordsOf(language);
	const { code, facts, stake, quantity, subject, adopt } = point;
	const choices = choiceWords(point, language);
	const shown = places.slice(0, PLACES_MAX).map(visible);
	const more = places.length > PLACES_MAX ? [`… +${places.length - PLACES_MAX}`] : [];
	return {
		choices,
		asksPerson: choicesOf(point).some(({ act }) => act === 'confirm') && adopt !== undefined,
		cells: {
			number: String(number),
			id: point.id,
			kind: word(words.todoKinds, code),
			what: visible(say(language, code, facts)),
			stake: stake === '0' ? '' : formatAmount(BigInt(stake), 2),
			coins: quantity ? withUnit(BigInt(quantity.amount), quantity.asset, view.assets) : '',
			subject: visible(subject),
			evidence: [...shown, ...more].join('\n'),
			possible: choices.some((choice) => choice.includes('='))
				? [...new Set(choices.map((choice) => (choice.includes('=') ? choice.replace(/=.*/, '=…') : choice)))].join(
						'\n',
					)
				: choices.join('\n'),
			decision: '',
			person: '',
			why: '',
			by: '',
			on: '',
			review: '',
			print: fingerprintOf(point),
		},
	};
}

/** `账单.xlsx | 明细 | 12、15`, a line for each file and sheet; or the transaction on chain. */
function placesOf(records: readonly LedgerRecord[], paths: ReadonlyMap<string, string>): string[] {
	const rows = new Map<string, (number | string)[]>();
	for (const { evidence } of records) {
		const [place, row] =
			evidence.kind === 'chain'
				? [`${evidence.chain} | ${evidence.transaction}`, evidence.position]
				: [
						[paths.get(evidence.file) ?? evidence.file, evidence.sheet].filter((part) => part !== '').join(' | '),
						evidence.row,
					];
		rows.set(place, [...(rows.get(place) ?? []), row]);
	}
	return [...rows].map(([place, numbers]) => `${place} | ${numbers.join('、')}`);
}
