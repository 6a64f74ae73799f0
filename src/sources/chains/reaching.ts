import { type Answer, type Ask, ChainTrouble, type Judge, type Transport } from './transport/contract.ts';

/** A question as a transport is asked it. */
export interface Question {
	readonly ask: Ask;
	readonly judge: Judge;
	readonly signal: AbortSignal;
}

/**
 * Asks an endpoint that is known to be of the right chain and to have come far enough. Which one answers cannot be known
 * before; where it is none of those, they are asked one by one.
 *
 * @param reaches whether an endpoint is one of those
 * @param mark how far, for the message
 * @throws ChainTrouble `unreachable` where none is
 */
export async function fromOneThatReaches(
	transport: Transport,
	{ ask, judge, signal }: Question,
	reaches: (endpoint: string) => Promise<boolean>,
	mark: string,
): Promise<Answer> {
	const answer = await transport.ask(ask, judge, signal);
	if (await reaches(answer.endpoint)) return answer;
	for (const at of transport.each) {
		const other = await unlessTrouble(at.ask(ask, judge, signal));
		if (other && (await reaches(other.endpoint))) return other;
	}
	throw new ChainTrouble('unreachable', `${answer.endpoint} has not come to ${mark}`);
}

/** Undefined where an endpoint gives no answer: another may. */
export async function unlessTrouble<T>(asked: Promise<T>): Promise<T | undefined> {
	return await asked.catch((error: unknown) => {
		if (error instanceof ChainTrouble && error.kind !== 'aborted' && error.kind !== 'budget') return undefined;
		throw error;
	});
}
