import { MaskedIds, Ties } from '../../reports/masking/ids.ts';
import type { CaseView } from './case-view.ts';

const ID = /^[achlpqt][0-9a-f]{12,24}(?=$|\/)/;

/**
 * What the case calls what a package of its last run calls by another id: outside "internal" packages have ids of their own
 * (docs/masking.md). Any other text as it is.
 */
export function ownId(view: Pick<CaseView, 'findings' | 'transfers' | 'parties'>, text: string): string {
	const [id] = ID.exec(text) ?? [];
	if (id === undefined) return text;
	const known = [...idsOf(view, id.slice(0, 1))];
	if (known.includes(id)) return text;
	const masked = new MaskedIds(view.findings);
	const ties = new Ties(masked);
	if (id.startsWith('t')) for (const transfer of view.transfers) ties.note(transfer);
	ties.end();
	const own = known.find((each) => masked.of(each) === id);
	return own === undefined ? text : own + text.slice(id.length);
}

/** Ids of the case that begin with the letter. */
function* idsOf({ findings, transfers, parties }: Parameters<typeof ownId>[0], letter: string): Generator<string> {
	const { people, flow, hierarchy, cashOuts, todo, todoRejected } = findings;
	if (letter === 't') for (const { id } of transfers) yield id;
	if (letter === 'p') yield* parties.all.keys();
	if (letter === 'a') for (const { accounts } of people) for (const { id } of accounts) yield id;
	if (letter === 'l') for (const { id } of flow.links) yield id;
	if (letter === 'h') for (const { id } of [...hierarchy.roles, ...hierarchy.superiors]) yield id;
	if (letter === 'c') for (const { id } of cashOuts) yield id;
	if (letter === 'q') for (const { id } of [...todo, ...todoRejected]) yield id;
}
