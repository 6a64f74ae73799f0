import type { Chances } from '../cash-outs/chances.ts';
import type { Payment } from './amlsim.ts';
import type { Edge } from './edge.ts';

/**
 * Whole neighbourhoods of the customers' graph, from customers drawn at random outwards, until there are enough
 * transfers: so that decoys pay decoys as customers do.
 */
export function snowball(chances: Chances, payments: readonly Payment[], count: number): Payment[] {
	const touching = new Map<string, Payment[]>();
	for (const payment of payments)
		for (const account of [payment.from, payment.to]) {
			const list = touching.get(account);
			if (list) list.push(payment);
			else touching.set(account, [payment]);
		}
	const accounts = [...touching.keys()];
	const chosen = new Set<Payment>();
	const seen = new Set<string>();
	const queue: string[] = [];
	for (let next = 0; chosen.size < count && chosen.size < payments.length; next++) {
		if (next >= queue.length) queue.push(chances.pick(accounts));
		const account = queue[next] as string;
		if (seen.has(account)) continue;
		seen.add(account);
		for (const payment of touching.get(account) ?? []) {
			if (chosen.size >= count) break;
			chosen.add(payment);
			queue.push(payment.from === account ? payment.to : payment.from);
		}
	}
	return [...chosen];
}

/**
 * Customers' transfers in the period of the case: steps become blocks, each at random within its step, and a value
 * becomes the case's own value of the same rank, give or take half: so neither time nor size tells a decoy.
 */
export function inPeriod(chances: Chances, payments: readonly Payment[], real: readonly Edge[]): Edge[] {
	const blocks = real.map(({ block }) => block);
	const first = Math.min(...blocks);
	const width = Math.max(...blocks) - first;
	const steps = Math.max(...payments.map(({ step }) => step));
	const sizes = real.map(({ cents }) => Number(cents)).sort((a, b) => a - b);
	const ranked = [...payments].sort((a, b) => a.cents - b.cents);
	return ranked.map(({ from, to, step }, rank) => {
		const size = sizes[Math.floor((rank * sizes.length) / ranked.length)] as number;
		const cents = BigInt(Math.max(1, Math.round(size * Math.exp(0.5 * chances.normal()))));
		return {
			from,
			to,
			cents,
			block: first + Math.floor(((step - chances.between(0, 1)) / steps) * width),
			real: false,
		};
	});
}

/** Another case's flows, in their own order and at their own values, stretched over the period of this one. */
export function stretched(other: readonly Edge[], name: string, real: readonly Edge[]): Edge[] {
	const spanOf = (edges: readonly Edge[]) => {
		const blocks = edges.map(({ block }) => block);
		return { first: Math.min(...blocks), width: Math.max(...blocks) - Math.min(...blocks) };
	};
	const own = spanOf(other);
	const wanted = spanOf(real);
	return other.map(({ from, to, cents, block }) => ({
		from: `${name}:${from}`,
		to: `${name}:${to}`,
		cents,
		block: wanted.first + Math.floor(((block - own.first) / Math.max(1, own.width)) * wanted.width),
		real: false,
	}));
}
