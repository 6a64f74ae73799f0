import type { FindingsPerson } from '../../findings/schema.ts';
import { money, text, time, whole } from '../cell.ts';
import type { LedgerRow } from '../ledger-row.ts';
import type { PackageInput } from '../package/part.ts';
import { word } from '../words.ts';
import { evidenceColumns } from './evidence-columns.ts';
import { FIGURES, OTHER_FIGURES } from './figures.ts';
import { type Column, type Ledger, ledgerReport } from './ledger.ts';

/** One transfer as it counts for one person. */
interface Row {
	readonly person: FindingsPerson;
	readonly transfer: LedgerRow;
	/** Its number in 附表3, from 1. */
	readonly number: number;
	/** Name of the figure -> what of it counts there, in fen, negative where it is subtracted. */
	readonly counts: ReadonlyMap<string, bigint>;
}

/**
 * 附表4之二: the rows under every figure of every person, person by person. A person's column adds up to the figure of
 * 附表4, to the fen.
 */
const ledger: Ledger<Row, PackageInput> = {
	id: 'person-rows',
	file: 'personRows',
	rows(input) {
		const counted = countsOf(input);
		const transfers = new Map(transfersOf(input, counted));
		return input.findings.people.flatMap((person) => {
			const rows: Row[] = [];
			for (const [id, counts] of counted.get(person.id) ?? []) {
				const told = transfers.get(id);
				if (told) rows.push({ person, counts, ...told });
			}
			return rows.sort((a, b) => a.number - b.number);
		});
	},
	columns: [
		['number', (_, __, index) => whole(index + 1)],
		['name', ({ person }) => text(person.name)],
		['time', ({ transfer }, { offsetMinutes }) => time(transfer.instant, offsetMinutes)],
		['payer', ({ transfer }) => text(transfer.payer)],
		['payee', ({ transfer }) => text(transfer.payee)],
		['amount', ({ transfer }, desk) => money(transfer.amount, desk.decimals(transfer.asset))],
		['asset', ({ transfer }, desk) => text(desk.symbol(transfer.asset))],
		['kind', ({ transfer: { kind } }, { words }) => text(kind === '' ? '' : word(words.kinds, kind))],
		[
			'certainty',
			({ transfer: { certainty } }, { words }) => text(certainty === '' ? '' : word(words.certainties, certainty)),
		],
		['grade', ({ transfer }, { words }) => text(word(words.grades, transfer.grade))],
		...[...FIGURES, ...OTHER_FIGURES].map(figureColumn),
		['order', ({ transfer }) => text(transfer.order)],
		['listNumber', ({ number }) => whole(number)],
		...evidenceColumns<Row>(({ transfer }) => transfer),
		['transfer', ({ transfer }) => text(transfer.id)],
		['partyId', ({ person }) => text(person.id)],
	],
};

function figureColumn([head, name]: readonly [Column<Row>[0], string]): Column<Row> {
	return [
		head,
		({ person, counts }) => {
			const amount = counts.get(name);
			return amount === undefined
				? whole(undefined)
				: { is: 'money', amount, decimals: 2, figure: `${person.id}/${name}` };
		},
	];
}

type Counts = Map<string, Map<string, Map<string, bigint>>>;

/** Person -> transfer -> figure -> amount. */
function countsOf({ figureTransfers, findings }: PackageInput): Counts {
	const counted: Counts = new Map(findings.people.map(({ id }) => [id, new Map()]));
	for (const { figure, transfer, amount, sign } of figureTransfers) {
		const slash = figure.lastIndexOf('/');
		const ofPerson = counted.get(figure.slice(0, slash));
		if (!ofPerson) continue;
		const counts = ofPerson.get(transfer) ?? new Map<string, bigint>();
		ofPerson.set(transfer, counts);
		const name = figure.slice(slash + 1);
		counts.set(name, (counts.get(name) ?? 0n) + (sign === -1 ? -amount : amount));
	}
	return counted;
}

/** Those that count for anybody, numbered as in 附表3. */
function* transfersOf(
	{ rows }: PackageInput,
	counted: Counts,
): Generator<[string, { readonly transfer: LedgerRow; readonly number: number }]> {
	const wanted = new Set([...counted.values()].flatMap((ofPerson) => [...ofPerson.keys()]));
	let number = 0;
	for (const transfer of rows) {
		if (transfer.exclusion !== '') continue;
		number += 1;
		if (wanted.has(transfer.id)) yield [transfer.id, { transfer, number }];
	}
}

export const personRows = ledgerReport(ledger);
