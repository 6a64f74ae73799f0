import type { Findings, FindingsPerson } from '../../findings/schema.ts';
import { type Cell, figure, text, yuan } from '../cell.ts';
import { say } from '../words.ts';
import { type Column, type Desk, type Ledger, ledgerReport } from './ledger.ts';
import { PERSON_COLUMNS } from './person-columns.ts';

type Figure = keyof FindingsPerson['bounds'];

/** 附表17: each person's figures at least and at most, on what the upper bound rests, and what evidence is missing. */
const ledger: Ledger<FindingsPerson> = {
	id: 'bounds',
	file: 'bounds',
	rows: ({ findings }) => findings.people,
	columns: [
		...PERSON_COLUMNS,
		['received', ({ figures }) => figure(figures.received)],
		['receivedLeast', leastOf('received')],
		['receivedMost', mostOf('received')],
		['receivedCap', capOf('received')],
		['passedOn', ({ figures }) => figure(figures['passed-on'])],
		['passedOnLeast', leastOf('passedOn')],
		['passedOnMost', mostOf('passedOn')],
		['passedOnCap', capOf('passedOn')],
		['kept', ({ figures }) => figure(figures.kept)],
		['keptLeast', leastOf('kept')],
		['keptMost', mostOf('kept')],
		['receivedLacks', lacksOf('received')],
		['passedOnLacks', lacksOf('passedOn')],
		['figure', ({ figures }) => text(figures.received?.id ?? '')],
	],
};

/** A bound that nothing gives is said to be none: an empty cell would look like 0. */
export function leastOf(figure: Figure): Column<FindingsPerson>[1] {
	return ({ bounds }, { words }) => bound(bounds[figure].least, words.unboundedBelow);
}

export function mostOf(figure: Figure): Column<FindingsPerson>[1] {
	return ({ bounds }, { words }) => bound(bounds[figure].most, words.unbounded);
}

function bound(value: string | undefined, none: string): Cell {
	return value === undefined ? text(none) : yuan(value);
}

function capOf(figure: Figure): Column<FindingsPerson>[1] {
	return ({ bounds }, desk) => text(sentence(bounds[figure].cap, desk));
}

function lacksOf(figure: Figure): Column<FindingsPerson>[1] {
	return ({ bounds }, desk) => text(bounds[figure].missing.map((lack) => sentence(lack, desk)).join(desk.words.stop));
}

function sentence({ code, facts }: Findings['incomplete'][number], { findings }: Desk): string {
	return say(findings.case.language, code, facts);
}

export const boundsLedger = ledgerReport(ledger);
