import type { TakenChains } from '../../run/chains/take-chains.ts';
import type { Words } from '../messages/words.ts';

/** What a person should hear of the chains at once: answers that are not what they were, histories that nobody asked for. */
export function chainAlarms({ damaged, pooled }: Pick<TakenChains, 'damaged' | 'pooled'>, { say }: Words): string[] {
	return [
		...damaged.map(({ file, reason }) => say('chain.kept-damaged', { file, reason })),
		...(pooled.length > 0 ? [say('fetch.pooled', { accounts: pooled.join(', '), count: pooled.length })] : []),
	];
}
