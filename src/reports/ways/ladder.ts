import { type Grade, weakest } from '../../ledger/transfer.ts';
import { plainRate } from '../chart/amounts.ts';
import type { Look } from '../chart/look.ts';
import type { PersonWay, WayStep } from '../person-way.ts';
import { word } from '../words.ts';
import type { Pen } from './pen.ts';

/** An account on a way, with who held it. */
export interface Rung {
	readonly look: Look;
	readonly name: string;
	readonly account: string;
}

/** What leads from one rung to the next: a transfer, or a cash-out or swap across which value came. */
export interface Link {
	/** `第3步`; '' for what is no transfer. */
	readonly label: string;
	readonly grade: Grade;
	/** The first is set in bold. */
	readonly lines: readonly string[];
}

/** A way as a ladder: one rung more than links. */
export interface Ladder {
	readonly rungs: readonly Rung[];
	readonly links: readonly Link[];
}

/** The accounts of a way from the seed down to the payment; where nothing is traced, the payment alone. */
export function ladderOf(way: PersonWay, pen: Pen): Ladder {
	const { payment } = way;
	const alone: WayStep = { row: payment, amount: payment.amount, across: '', grade: payment.grade, weakest: 'rows' };
	const steps = way.steps.length === 0 ? [alone] : way.steps;
	const rungs: Rung[] = [];
	const links: Link[] = [];
	for (const [index, step] of steps.entries()) {
		if (index === 0) rungs.push(payerOf(step, pen));
		else if (step.across !== '') {
			links.push(crossingOf(step, pen));
			rungs.push(payerOf(step, pen));
		}
		links.push(linkOf(step, index + 1, pen));
		rungs.push(payeeOf(step, pen));
	}
	return { rungs, links };
}

function payerOf({ row }: WayStep, pen: Pen): Rung {
	return rungOf(row.payerCard === '' ? row.payerAccount : row.payerCard, row.payerId, row.payer, pen);
}

function payeeOf({ row }: WayStep, pen: Pen): Rung {
	return rungOf(row.payeeAccount, row.payeeId, row.payee, pen);
}

function rungOf(account: string, party: string, name: string, pen: Pen): Rung {
	const person = pen.people.get(party);
	const role = person === undefined || person.role === '' ? '' : word(pen.words.roles, person.role);
	const shown = name === '' || name === account ? pen.own.unknownHolder : name;
	return {
		look: lookOf(account, person?.role, pen),
		name: role === '' ? shown : pen.words.withRole(shown, role),
		account: pen.account(account),
	};
}

const BY_ROLE: Readonly<Record<string, Look>> = {
	core: 'core',
	organiser: 'core',
	leader: 'leader',
	inspector: 'inspector',
	caller: 'caller',
	technician: 'technician',
};

function lookOf(account: string, role: string | undefined, pen: Pen): Look {
	const known = pen.looks.get(account);
	if (known === 'overseas' || known === 'seed' || known === 'service' || known === 'wallet') return known;
	return BY_ROLE[role ?? ''] ?? 'other';
}

function linkOf({ row, amount, grade, weakest: where }: WayStep, number: number, pen: Pen): Link {
	const { words, own } = pen;
	const whole = pen.amount(row.amount, row.asset);
	const part = amount === row.amount ? '' : `　${own.ofWhich(pen.amount(amount, row.asset))}`;
	// What the crossing before it rests on is said there.
	const shown = where === 'cash-out' ? row.grade : grade;
	const weak = where === 'holder' ? word(own.weakest, where) : '';
	const doubts = [weak, row.tied ? own.tied : ''].filter((each) => each !== '');
	const graded = [own.grade(word(words.grades, shown)), ...doubts].join(words.stop);
	const kind = row.kind === '' ? '' : word(words.kinds, row.kind);
	const certainty = row.certainty === '' || kind === '' ? '' : word(words.certainties, row.certainty);
	const medium = words.media[row.medium] ?? row.medium;
	const means = [medium, certainty === '' ? kind : words.withRole(kind, certainty)].filter((each) => each !== '');
	return {
		label: own.step(number),
		grade: shown,
		lines: [
			`${pen.time(row.instant)}　${whole}${part}`,
			`${graded}　${means.join('　')}`,
			...(row.order === '' ? [] : [own.order(row.order)]),
			...evidenceOf(row.evidence.map(pen.place), pen),
		],
	};
}

/** More places would not fit beside an arrow. */
const PLACES_MAX = 2;

function evidenceOf(places: readonly string[], { own }: Pen): string[] {
	const shown = places.slice(0, PLACES_MAX);
	return shown.map((place, i) => own.evidence(place, i < shown.length - 1 ? 0 : places.length - shown.length));
}

function crossingOf({ across }: WayStep, pen: Pen): Link {
	const { own, words, findings } = pen;
	const { crossing } = own;
	const cashOut = findings.cashOuts.find(({ id }) => id === across);
	if (cashOut !== undefined) {
		const coins = pen.amount(BigInt(cashOut.quantity), cashOut.asset);
		const text = cashOut.side === 'sold' ? crossing.sold : crossing.bought;
		const told = text(coins, pen.amount(BigInt(cashOut.fen), 'CNY'), plainRate(cashOut.rate));
		const basis = crossing.basis(
			word(words.grades, cashOut.grade),
			word(words.statuses, cashOut.status),
			cashOut.rivals.length,
		);
		const why = [
			...(cashOut.grade === 'inferred' ? [crossing.inferred] : []),
			...(cashOut.pairing === 'open' ? [crossing.open] : []),
		];
		return { label: '', grade: cashOut.grade, lines: [told, basis, ...why] };
	}
	const swap = findings.swaps.made.find(({ id }) => id === across);
	if (swap === undefined) return { label: '', grade: weakest(['inferred']), lines: [across] };
	const [gave, got] = [pen.amount(BigInt(swap.gave), swap.gaveAsset), pen.amount(BigInt(swap.got), swap.gotAsset)];
	return { label: '', grade: 'both-sides', lines: [crossing.swap(gave, got)] };
}
