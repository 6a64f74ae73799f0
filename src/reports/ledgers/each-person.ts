import type { FindingsPerson } from '../../findings/schema.ts';
import { displayAmount } from '../../ledger/money.ts';
import { formatDay } from '../../ledger/time.ts';
import { figure, text, time, whole, yuan } from '../cell.ts';
import { word } from '../words.ts';
import { leastOf, mostOf } from './bounds.ts';
import { FIGURES } from './figures.ts';
import { type Column, type Desk, type Ledger, ledgerReport } from './ledger.ts';
import { PERSON_COLUMNS } from './person-columns.ts';

/** 附表4: what each person received, passed on and kept, column by column: nothing is netted in silence. */
const ledger: Ledger<FindingsPerson> = {
	id: 'each-person',
	file: 'proceeds',
	rows: ({ findings }) => findings.people,
	columns: [
		...PERSON_COLUMNS,
		['claimedPeriod', (person, desk) => text(claimedPeriod(person, desk))],
		['firstPay', (person, { offsetMinutes }) => time(person.days.first, offsetMinutes)],
		['lastPay', (person, { offsetMinutes }) => time(person.days.last, offsetMinutes)],
		...FIGURES.map(([head, name]): Column<FindingsPerson> => [head, ({ figures }) => figure(figures[name])]),
		['receivedLeast', leastOf('received')],
		['receivedMost', mostOf('received')],
		['keptLeast', leastOf('kept')],
		['keptMost', mostOf('kept')],
		['coins', (person, desk) => text(coins(person, desk))],
		['leadsPaid', (person) => whole(person.leads.paid)],
		['leadsReported', (person) => whole(person.leads.reported)],
		traced('tracedFifo', 'fifo'),
		traced('tracedLifo', 'lifo'),
		traced('tracedHaircut', 'haircut'),
		traced('tracedPoison', 'poison'),
		['movedFigures', (person, desk) => text(movedFigures(person, desk))],
	],
	totals: { columns: FIGURES.map(([head]) => head) },
};

/** Yuan received that the policy traces to seeds. Unknown and opening origins are no seeds. */
function traced(head: Column<FindingsPerson>[0], policy: string): Column<FindingsPerson> {
	return [
		head,
		(person) => {
			const shares = person.traced.filter((each) => each.policy === policy && each.asset === 'CNY');
			const seeded = shares.filter((each) => !each.origin.startsWith('?'));
			return yuan(shares.length === 0 ? undefined : seeded.reduce((sum, each) => sum + BigInt(each.value), 0n));
		},
	];
}

/** Which figures hang on what nobody can know; blank where none moves or the run was not varied (附表18 says which). */
function movedFigures({ id }: FindingsPerson, { findings, words }: Desk): string {
	const moved = findings.sensitivity.moved.filter(({ person }) => person === id);
	return [...new Set(moved.map(({ figure }) => word(words.figureNames, figure)))].join(words.stop);
}

function claimedPeriod(person: FindingsPerson, { words, offsetMinutes }: Desk): string {
	const day = (instant: number | undefined) => (instant === undefined ? '' : formatDay(instant, offsetMinutes));
	return person.spells
		.filter((spell) => spell.from !== undefined || spell.until !== undefined)
		.map((spell) =>
			words.withRole(`${day(spell.from)}${words.until}${day(spell.until)}`, word(words.roles, spell.role)),
		)
		.join(words.stop);
}

function coins(person: FindingsPerson, { findings, words, symbol }: Desk): string {
	return person.coins
		.map(({ asset, received, count }) => {
			const known = findings.assets.find((each) => each.id === asset) ?? { id: asset, symbol: asset, decimals: 0 };
			return `${displayAmount(BigInt(received), known)} ${symbol(asset)}/${words.times(String(count))}`;
		})
		.join(words.stop);
}

export const eachPerson = ledgerReport(ledger);
