import type { Chances } from '../cash-outs/chances.ts';
import type { Edge } from './edge.ts';

/**
 * Flows between accounts of the case and of the background, half each way.
 *
 * Out of the case: soon after the account received something, to a decoy; mostly a few hundredths of what one flow of
 * the account is worth (fees, purchases, change), and one in ten as large as a flow of the case itself. Sources pay no
 * decoy: what a source pays is stolen by definition. Into the case: at any time around the account's life, of a tenth
 * of such a flow in the middle, heavy-tailed, so that true accounts mix.
 */
export function linksTo(
	chances: Chances,
	real: readonly Edge[],
	sources: ReadonlySet<string>,
	decoys: readonly Edge[],
	count: number,
): Edge[] {
	const lives = livesOf(real);
	const accounts = [...lives.keys()];
	const payers = accounts.filter((account) => !sources.has(account) && lives.get(account)?.received.length);
	const strangers = [...new Set(decoys.flatMap(({ from, to }) => [from, to]))];
	const blocks = real.map(({ block }) => block);
	const last = Math.max(...blocks);
	const width = last - Math.min(...blocks);
	return Array.from({ length: count }, (_, k): Edge => {
		const stranger = chances.pick(strangers);
		const account = chances.pick(k % 2 === 0 ? payers : accounts);
		const life = lives.get(account) as Life;
		const typical = Number(chances.pick(life.cents));
		if (k % 2 === 0) {
			const size = chances.happens(0.1) ? Number(chances.pick(real).cents) : typical * chances.lognormal(0.03, 1);
			const soon = Math.floor(-Math.log(1 - chances.between(0, 1)) * 0.02 * width);
			const block = Math.min(last, chances.pick(life.received) + 1 + soon);
			return { from: account, to: stranger, cents: cents(size), block, real: false };
		}
		const around = 0.05 * width;
		const block = Math.floor(chances.between(life.first - around, Math.min(last, life.last + around)));
		return { from: stranger, to: account, cents: cents(typical * chances.lognormal(0.1, 1.5)), block, real: false };
	});
}

interface Life {
	first: number;
	last: number;
	/** Blocks at which something came in. */
	readonly received: number[];
	/** What its flows are worth, in and out. */
	readonly cents: bigint[];
}

function livesOf(edges: readonly Edge[]): Map<string, Life> {
	const lives = new Map<string, Life>();
	for (const { from, to, cents: value, block } of edges)
		for (const account of [from, to]) {
			const life = lives.get(account) ?? { first: block, last: block, received: [], cents: [] };
			life.first = Math.min(life.first, block);
			life.last = Math.max(life.last, block);
			life.cents.push(value);
			if (account === to) life.received.push(block);
			lives.set(account, life);
		}
	return lives;
}

function cents(size: number): bigint {
	return BigInt(Math.max(1, Math.round(size)));
}
