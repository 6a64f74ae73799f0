import { covers, type Receipt, sealReceipt } from '../../ledger/receipt.ts';
import type { LedgerRecord } from '../../ledger/record.ts';
import type { ChainReader, Head, HistoryQuestion, OpenReader, ReaderSetup, Stretch } from './contract.ts';
import { answersOf } from './outcome.ts';
import { underReceipt } from './under-receipt.ts';

/**
 * A chain through two endpoints of one interface, the first against the others: each stretch is asked of both, and taken
 * where both tell of the same movements. Bytes may differ: pages, members, order within a block, a log index that only
 * one of them prints. Where they tell of different ones, the stretch covers nothing, and both answers are kept with it.
 *
 * @throws Error where there are no two endpoints
 */
export function crossChecking(open: OpenReader, setup: ReaderSetup): ChainReader {
	const [first, ...others] = setup.endpoints;
	if (first === undefined || others.length === 0) throw new Error('a cross-check needs two endpoints');
	const one = open({ ...setup, endpoints: [first] });
	const two = open({ ...setup, endpoints: others });
	return {
		network: one.network,
		unit: one.unit,
		first: one.first,
		get histories() {
			return one.histories.map((sight) => {
				const other = two.histories.find(({ history }) => history === sight.history);
				return sight.visible && other !== undefined ? other : sight;
			});
		},
		get sent() {
			return one.sent + two.sent;
		},
		async head(signal) {
			return lower(await one.head(signal), await two.head(signal));
		},
		blockHash: (mark, signal) => one.blockHash(mark, signal),
		balance: (account, asset, mark, signal) => one.balance(account, asset, mark, signal),
		read: (question) => checked(one, two, question),
		reread: (receipt, exchanges) => one.reread(receipt, exchanges),
		async close() {
			await one.close();
			await two.close();
		},
	};
}

/** How far both have come. */
function lower(one: Head, two: Head): Head {
	const latest = one.latest <= two.latest ? one : two;
	const final = one.final <= two.final ? one : two;
	return {
		latest: latest.latest,
		latestInstant: latest.latestInstant,
		final: final.final,
		finalInstant: final.finalInstant,
	};
}

async function* checked(one: ChainReader, two: ChainReader, question: HistoryQuestion): AsyncIterable<Stretch> {
	for await (const stretch of one.read(question)) {
		if (!covers(stretch.receipt)) {
			yield stretch;
			continue;
		}
		const { from, until } = stretch.receipt;
		const others: Stretch[] = [];
		for await (const other of two.read({ ...question, from, until })) others.push(other);
		const failed = others.find(({ receipt }) => !covers(receipt));
		if (failed) {
			// What the other answered before it failed is not taken either.
			const { fromInstant } = stretch.receipt;
			const receipt = missing({ ...failed.receipt, from, fromInstant }, question);
			yield { receipt, records: [], exchanges: failed.exchanges };
			return;
		}
		const outcome = compared(stretch, others, question);
		yield outcome;
		if (!covers(outcome.receipt)) return;
	}
}

/** What stands in the way of one stretch stands in the way of all that follows. */
function missing({ untilHash: _, ...said }: Receipt, { head, until }: HistoryQuestion): Receipt {
	const end = said.provisional ? until : Math.min(until, head.final);
	if (end <= said.until) return sealReceipt(said);
	const untilInstant = end === head.final ? head.finalInstant : head.latestInstant;
	return sealReceipt({ ...said, until: end, untilInstant });
}

function compared(stretch: Stretch, others: readonly Stretch[], question: HistoryQuestion): Stretch {
	const { receipt } = stretch;
	const [one, two] = [endpointOf([stretch]), endpointOf(others)];
	const difference = differenceOf([one, stretch.records], [two, others.flatMap(({ records }) => records)]);
	const endpoint = `${one} ${two}`;
	// Of two answers that agree one is enough to be read again.
	if (difference === '') {
		const sealed = sealReceipt({ ...receipt, endpoint });
		return { ...stretch, receipt: sealed, records: underReceipt(stretch.records, sealed.id) };
	}
	const exchanges = [stretch, ...others].flatMap((each) => each.exchanges);
	const said = {
		endpoint,
		answers: answersOf(exchanges),
		outcome: 'disagreement',
		reason: difference,
		records: 0,
	} as const;
	return { receipt: missing({ ...receipt, ...said }, question), records: [], exchanges };
}

function endpointOf(stretches: readonly Stretch[]): string {
	return [...new Set(stretches.flatMap(({ receipt }) => receipt.endpoint.split(' ')))].join(' ');
}

type Said = readonly [endpoint: string, records: readonly LedgerRecord[]];

/** Movements are compared as often as they were told. The earliest that only one of the two tells is named. */
function differenceOf([one, these]: Said, [two, those]: Said): string {
	const placed = [...these, ...those].every(({ keys }) => keys.log !== undefined);
	const rest = new Map<string, LedgerRecord[]>();
	for (const record of those) {
		const what = contentOf(record, placed);
		const alike = rest.get(what);
		if (alike) alike.push(record);
		else rest.set(what, [record]);
	}
	const alone = these.filter((record) => rest.get(contentOf(record, placed))?.shift() === undefined);
	for (const left of rest.values()) alone.push(...left);
	alone.sort((a, b) => a.moment.instant - b.moment.instant || (a.id < b.id ? -1 : 1));
	const [earliest] = alone;
	if (earliest === undefined) return '';
	const transaction = earliest.evidence.kind === 'chain' ? earliest.evidence.transaction : '';
	const counts = `${one} tells of ${these.length} movements, ${two} of ${those.length}`;
	return `${counts}; the earliest difference is in transaction ${transaction}`;
}

/** What a record says, without where it stands and how it was printed. */
function contentOf(record: LedgerRecord, placed: boolean): string {
	const { evidence, from, to, asset, amount, medium, state, block, moment, keys } = record;
	return JSON.stringify([
		evidence.kind === 'chain' ? evidence.transaction : '',
		from.account,
		to.account,
		asset,
		String(amount),
		medium,
		state,
		block?.number,
		// Some round to the second what others state to the millisecond.
		Math.floor(moment.instant / 1000),
		placed ? keys.log : undefined,
	]);
}
