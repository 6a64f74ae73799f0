import { brokenOff, cutJson, drip, dropped, emptyBody, html, silent, status, tooMany } from './faults.ts';
import type { Fault } from './faulty-proxy.ts';
import {
	duplicates,
	foreignLog,
	lyingEmpty,
	missingBlocks,
	oneMissing,
	RANGE_WORDINGS,
	rangeLimit,
	rpcError,
	staleHead,
	wrongId,
} from './rpc-faults.ts';

/** Faults that pass, and what a history is called that they never leave. */
export const PASSING: readonly (readonly [Fault, string])[] = [
	[tooMany('1'), 'rate-limited'],
	[tooMany(), 'rate-limited'],
	[rpcError('429 with status 200', 429, 'Your app has exceeded its compute units per second capacity'), 'rate-limited'],
	[status(500), 'unreachable'],
	[status(503, '', { 'retry-after': '1' }), 'unreachable'],
	[dropped, 'unreachable'],
	[brokenOff, 'unreachable'],
	[cutJson, 'damaged'],
	[html, 'damaged'],
	[emptyBody, 'damaged'],
	[wrongId, 'damaged'],
	[missingBlocks, 'unreachable'],
	[duplicates, 'damaged'],
	[foreignLog, 'damaged'],
];

/** Faults that only a time-out ends. */
export const ENDLESS: readonly Fault[] = [drip(20), silent];

/** Faults that an answer does not show. */
export const LIES: readonly Fault[] = [lyingEmpty, oneMissing];

/** All that may come in one reading. */
export const MIXED: readonly Fault[] = [
	...PASSING.map(([fault]) => fault),
	...LIES,
	staleHead(3),
	...RANGE_WORDINGS.map((wording) => rangeLimit(4, wording)),
];
