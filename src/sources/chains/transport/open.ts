import { setMaxListeners } from 'node:events';
import {
	type Allowance,
	type Answer,
	type Ask,
	ChainTrouble,
	type Clock,
	type Endpoint,
	type Judge,
	type Transport,
	type Verdict,
} from './contract.ts';
import { Station } from './station.ts';

export interface TransportTerms {
	readonly clock: Clock;
	/** Counts what is sent; nothing is limited without it. */
	readonly allowance?: Allowance;
	/** An answer that is larger is `range-refused`. */
	readonly maxBytes?: number;
	/** How often one question is put to one endpoint. */
	readonly attempts?: number;
}

const MAX_BYTES = 64 * 1024 * 1024;
const ATTEMPTS = 8;
/** An endpoint that must be left alone for longer gives way to the next. */
const PATIENCE_MS = 1_000;
/** Nobody waits longer than this for one endpoint: a daily quota comes back tomorrow, with the next fetch. */
const LONGEST_WAIT_MS = 120_000;

/** Why an endpoint did not answer, the most promising first: what may work later must not look like what never will. */
const HOPE: readonly Verdict['kind'][] = ['rate-limited', 'unreachable', 'damaged', 'denied', 'unable'];

/**
 * Opens endpoints of one interface, to be asked in this order. Nothing is sent yet.
 *
 * @throws Problem `chain.address`, `chain.key` where an endpoint cannot be one
 */
export function openTransport(endpoints: readonly Endpoint[], terms: TransportTerms): Transport {
	const { maxBytes = MAX_BYTES, attempts = ATTEMPTS } = terms;
	const stations = endpoints.map((endpoint) => new Station(endpoint, { ...terms, maxBytes }));
	return over(stations, attempts);
}

function over(stations: readonly Station[], attempts: number): Transport {
	return {
		ask: (ask, judge, signal) => asked(stations, attempts, ask, judge, signal),
		get each() {
			return stations.map((station) => over([station], attempts));
		},
		get sent() {
			return stations.reduce((sum, { sent }) => sum + sent, 0);
		},
		async close() {
			await Promise.all(stations.map((station) => station.close()));
		},
	};
}

/** What one question has met at one endpoint. */
interface Try {
	readonly station: Station;
	left: number;
	last: Exclude<Verdict, { kind: 'taken' }> | undefined;
}

async function asked(
	stations: readonly Station[],
	attempts: number,
	ask: Ask,
	judge: Judge,
	signal: AbortSignal,
): Promise<Answer> {
	// Many questions wait for one person's signal: that is no leak, of which Node would warn from the eleventh on.
	setMaxListeners(0, signal);
	if (signal.aborted) throw new ChainTrouble('aborted', 'interrupted');
	// What is dead has had its attempts: it gets one to show that it is back.
	const tries: Try[] = stations.map((station) => {
		return { station, left: isDead(station, attempts) ? 1 : attempts, last: undefined };
	});
	for (;;) {
		const chosen = next(tries, attempts);
		if (chosen === undefined) throw given(tries);
		const { station } = chosen;
		await station.turn(signal);
		if (station.rest > 0) continue;
		const { verdict, text } = await station.ask(ask, judge, signal);
		if (verdict.kind === 'taken') return { text, endpoint: station.label };
		if (verdict.kind === 'range-refused') throw new ChainTrouble(verdict.kind, verdict.detail, verdict.span);
		if (verdict.kind === 'refused') throw new ChainTrouble(verdict.kind, verdict.detail);
		chosen.last = verdict;
		chosen.left = verdict.kind === 'denied' || verdict.kind === 'unable' ? 0 : chosen.left - 1;
	}
}

/** The first that can be asked soon; where none can, the one that can be asked the soonest. */
function next(tries: readonly Try[], attempts: number): Try | undefined {
	const open = tries.filter(({ left, station }) => left > 0 && isWorthWaiting(station, attempts));
	const soonest = Math.min(...open.map(({ station }) => station.rest));
	return open.find(({ station }) => station.rest <= Math.max(PATIENCE_MS, soonest));
}

/** One that is dead is not waited for by each question of hundreds; one that asks for patience, or errs, is. */
function isWorthWaiting(station: Station, attempts: number): boolean {
	return station.rest === 0 || (station.rest <= LONGEST_WAIT_MS && !isDead(station, attempts));
}

function isDead({ failures, trouble }: Station, attempts: number): boolean {
	return failures >= attempts && trouble?.kind === 'unreachable';
}

/** What is said of a question that no endpoint answered. */
function given(tries: readonly Try[]): ChainTrouble {
	// What was not asked at all must be left alone because of a question before.
	const known = tries.flatMap(({ station, last = station.trouble }) =>
		last === undefined ? [] : [{ label: station.label, kind: last.kind, detail: last.detail }],
	);
	if (tries.length === 0) return new ChainTrouble('unreachable', 'no endpoint is named');
	const [kind = 'unreachable'] = HOPE.filter((hope) => known.some((met) => met.kind === hope));
	const detail = known.map((met) => (tries.length === 1 ? met.detail : `${met.label}: ${met.detail}`)).join('; ');
	return new ChainTrouble(kind as ChainTrouble['kind'], detail);
}
