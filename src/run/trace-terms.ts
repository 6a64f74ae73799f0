import { z } from 'zod';
import type { TraceTerms } from '../tracing/types.ts';

/** Under which key a run keeps the terms of its trace, so that later questions ask the same. */
export const TERMS_KEY = 'trace-terms';

const kept = z.object({
	seeds: z.array(z.tuple([z.string(), z.string()])),
	services: z.array(z.string()),
	conversions: z.array(z.object({ id: z.string(), gives: z.array(z.string()), gets: z.array(z.string()) })),
	openings: z.array(z.tuple([z.string(), z.string()])),
});

export function writeTerms(terms: TraceTerms): string {
	const value: z.infer<typeof kept> = {
		seeds: [...terms.seeds],
		services: [...terms.services].sort(),
		conversions: terms.conversions.map(({ id, gives, gets }) => ({ id, gives: [...gives], gets: [...gets] })),
		openings: [...terms.openings].map(([key, amount]) => [key, amount.toString()]),
	};
	return JSON.stringify(value);
}

export function readTerms(text: string): TraceTerms {
	const { seeds, services, conversions, openings } = kept.parse(JSON.parse(text));
	return {
		seeds: new Map(seeds),
		services: new Set(services),
		conversions,
		openings: new Map(openings.map(([key, amount]) => [key, BigInt(amount)])),
	};
}
