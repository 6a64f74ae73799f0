import type { DecisionAct } from '../../ledger/decision.ts';
import type { Todo } from './item.ts';

/** One thing that a person may decide about a point of the list. */
export interface Choice {
	readonly act: DecisionAct;
	/** What the decision names: the point's subject, the point itself, or one of the point's options. */
	readonly on: 'subject' | 'point' | 'option';
}

/** What may be said of the subject of a point; where `reject` is not among it, it is said of the point. */
const ON_SUBJECT: Readonly<Record<string, readonly DecisionAct[]>> = {
	'open-kind': ['kind', 'dispute'],
	'disputed-row': ['kind', 'withdraw'],
	'unmatched-yuan': ['kind', 'dispute'],
	unconfirmed: ['confirm', 'reject'],
	'uncertain-merge': ['confirm', 'split'],
	'proposed-cash-out': ['confirm', 'reject'],
	'decision-lost': ['withdraw'],
	'decision-without-effect': ['withdraw'],
	'decisions-contradict': ['withdraw'],
};

/** Points that tell of several others: there is nothing to decide about them. */
const SUMMARIES: ReadonlySet<string> = new Set(['more-of-a-kind', 'uncertain-merges']);

/** What may be decided about a point, most likely first. */
export function choicesOf(point: Pick<Todo, 'code' | 'subject' | 'adopt' | 'options'>): Choice[] {
	const { code, subject, adopt, options } = point;
	if (SUMMARIES.has(code)) return [];
	if (code === 'two-holders') return [on('option', 'reject'), on('point', 'reject')];
	const acts = isAboutClaim(code, subject) || isMany(code, subject) ? [] : (ON_SUBJECT[code] ?? []);
	const where = options && options.length > 0 ? 'option' : 'subject';
	return [
		...(adopt ? [on('point', 'confirm')] : []),
		...acts.map((act) => on(where, act)),
		...(acts.includes('reject') ? [] : [on('point', 'reject')]),
	];
}

function on(place: Choice['on'], act: DecisionAct): Choice {
	return { act, on: place };
}

/** Of an account or a claim `withdraw` would say that it holds no longer: a lost decision on one can only be passed over. */
function isAboutClaim(code: string, subject: string): boolean {
	return code.startsWith('decision') && (subject.includes(':') || /^a[0-9a-f]{16}/.test(subject));
}

/** Several payments of one stranger, named by the account: each has a kind of its own. */
function isMany(code: string, subject: string): boolean {
	return code === 'unmatched-yuan' && subject.includes(':');
}
