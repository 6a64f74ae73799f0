import type { Bounds, PersonBounds } from '../bounds-types.ts';
import type { Measured } from './types.ts';

/** What is known of one person's money. */
export interface MoneyFacts {
	readonly bounds: PersonBounds;
	/** The figure kept, as judged: negative where they paid from their own pocket. */
	readonly kept: bigint;
	/** Of the yuan received, traced to seeds, by policy. */
	readonly traced: Readonly<Record<string, bigint>>;
	/** Cash-outs that hold: those that orders state, and all, in fen of yuan received. */
	readonly converted: { readonly stated: bigint; readonly all: bigint; readonly proposed: number };
}

/**
 * Received, passed on and kept stand beside one another: whether what was handed on counts as one's own gain is for the
 * court, and nothing is netted here. Documented is what the lower bound proves, so that no cash-out, split by amount or
 * relation alone reaches a threshold for certain.
 */
export function moneyMeasures({ bounds, kept, traced, converted }: MoneyFacts): Measured[] {
	const { received, passedOn } = bounds;
	const least = bounds.kept.least;
	const ofReceived = received.most === undefined ? {} : { most: received.most };
	return [
		{ name: 'received', ...rangeOf(received), missing: received.missing },
		{
			name: 'kept',
			...(least === undefined ? {} : { documented: least }),
			inferred: kept,
			...(bounds.kept.most === undefined ? {} : { most: bounds.kept.most }),
			missing: least === undefined ? [{ code: 'law-kept-unbounded', facts: {} }] : [],
		},
		{ name: 'passed-on', ...rangeOf(passedOn), missing: passedOn.missing },
		{
			name: 'traced',
			inferred: highest(Object.values(traced)),
			...ofReceived,
			policies: traced,
			missing: [{ code: 'law-traced-presumed', facts: {} }],
		},
		{
			name: 'converted',
			documented: converted.stated,
			inferred: converted.all,
			...mostConverted(received, converted),
			missing: [
				...(converted.all > converted.stated ? [{ code: 'law-cash-outs-inferred', facts: {} }] : []),
				...(converted.proposed > 0 ? [{ code: 'law-cash-outs-proposed', facts: { count: converted.proposed } }] : []),
			],
		},
	];
}

/** What is received at most, less what certainly was something else. */
function mostConverted({ least = 0n, most }: Bounds, { stated, all }: MoneyFacts['converted']): Pick<Measured, 'most'> {
	if (most === undefined) return {};
	const rest = most - (least - stated);
	return { most: rest > all ? rest : all };
}

function rangeOf({ least, shown, most }: Bounds): Pick<Measured, 'documented' | 'inferred' | 'most'> {
	return {
		...(least === undefined ? {} : { documented: least }),
		...(shown === undefined ? {} : { inferred: shown }),
		...(most === undefined ? {} : { most }),
	};
}

function highest(values: readonly bigint[]): bigint {
	let most = 0n;
	for (const value of values) if (value > most) most = value;
	return most;
}
