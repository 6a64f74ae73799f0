import { type Allowance, ChainTrouble, type Clock } from '../../sources/chains/transport/contract.ts';
import type { Refusal } from '../../tracing/frontier-types.ts';

/** What may be spent on following. */
export interface Spendable {
	readonly requests: number;
	/** Requests that one history takes at most, the first excepted. */
	readonly forOne: number;
	/** Milliseconds since 1970. */
	readonly deadline: number | undefined;
}

/** So that one account with millions of transfers cannot eat everything that was meant for the others. */
const SHARE_FOR_ONE = 4;
/** A short history takes some requests too: a page or two, the head, a balance. */
const LEAST_FOR_ONE = 20;

export function shareForOne(requests: number): number {
	return Math.min(requests, Math.max(LEAST_FOR_ONE, Math.ceil(requests / SHARE_FOR_ONE)));
}

/** Counts requests against what may be spent, in all and on one history. */
export class Spending implements Allowance {
	used = 0;
	/** Set once a request was refused for it: nothing more is to be had. */
	ended: Extract<Refusal, 'spent' | 'time'> | undefined;
	/** The history that is being read wanted more than one may take. */
	tooLong = false;
	private forThis = 0;
	private bounded = false;
	private readonly may: Spendable;
	private readonly clock: Pick<Clock, 'now'>;

	constructor(may: Spendable, clock: Pick<Clock, 'now'>) {
		this.may = may;
		this.clock = clock;
	}

	/** Another history begins. */
	next(bounded: boolean): void {
		this.forThis = 0;
		this.tooLong = false;
		this.bounded = bounded;
	}

	spend(): void {
		const { requests, forOne, deadline } = this.may;
		if (deadline !== undefined && this.clock.now() >= deadline) this.end('time', 'the time for following is up');
		if (this.used >= requests) this.end('spent', `all ${requests} requests are spent`);
		if (this.bounded && this.forThis >= forOne) {
			this.tooLong = true;
			throw new ChainTrouble('budget', `more than the ${forOne} requests that one history may take`);
		}
		this.used += 1;
		this.forThis += 1;
	}

	private end(why: 'spent' | 'time', detail: string): never {
		this.ended = why;
		throw new ChainTrouble('budget', detail);
	}
}
