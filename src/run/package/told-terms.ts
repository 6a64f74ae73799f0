import type { ToldTerms } from '../../reports/package/part.ts';
import type { TraceTerms } from '../../tracing/types.ts';

/** The terms of a trace for those who draw packages, which know nothing of tracing. */
export function toldTerms({ seeds, services, conversions, openings }: TraceTerms): ToldTerms {
	const origins = [...new Set(seeds.values())].sort();
	const places = new Map(origins.map((origin, place) => [origin, place]));
	return {
		origins,
		seeds: [...seeds].map(([transfer, origin]) => [transfer, places.get(origin) as number]),
		services: [...services].sort(),
		conversions,
		openings: [...openings].map(([key, amount]) => {
			const bar = key.lastIndexOf('|');
			return { account: key.slice(0, bar), asset: key.slice(bar + 1), amount };
		}),
	};
}
