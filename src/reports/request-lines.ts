import type { Findings } from '../findings/schema.ts';
import { formatDay } from '../ledger/time.ts';
import { word, wordsOf } from './words.ts';

/** A line of the request list (待调取清单): whom to ask about which account, for when, for what, and what it settles. */
export interface RequestLine {
	readonly whom: string;
	readonly kind: string;
	readonly account: string;
	/** As far as known. */
	readonly holder: string;
	/** Days, '' where open. */
	readonly from: string;
	readonly until: string;
	readonly want: string;
	/** Fen; 0 where it cannot be said. */
	readonly stake: bigint;
	readonly settles: string;
	/** Id of the point of the to-do list. */
	readonly point: string;
}

/** All that should be asked for, the most yuan at stake first, in the words of the case's language. */
export function requestLines({ case: { language, offsetMinutes }, todo }: Findings): RequestLine[] {
	const words = wordsOf(language);
	const day = (instant: number | undefined) => (instant === undefined ? '' : formatDay(instant, offsetMinutes));
	return todo.flatMap(({ request, code, stake, id }) => {
		if (!request) return [];
		const { platform, account, holder, from, until, want } = request;
		return [
			{
				whom: Object.hasOwn(words.requestPlatforms, platform)
					? word(words.requestPlatforms, platform)
					: word(words.networks, platform),
				kind: word(words.networks, platform),
				account,
				holder,
				from: day(from),
				until: day(until),
				want: word(words.requestWants, want),
				stake: BigInt(stake),
				settles: word(words.requestSettles, code),
				point: id,
			},
		];
	});
}
