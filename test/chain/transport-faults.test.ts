import test from 'ava';
import type { ChainTrouble } from '../../src/sources/chains/transport/contract.ts';
import { openTransport } from '../../src/sources/chains/transport/open.ts';
import { ASK, endpoint, GOOD, JUDGE, never } from './asking.ts';
import { fakeClock } from './fake-clock.ts';
import {
	brokenOff,
	cutJson,
	drip,
	dropped,
	emptyBody,
	html,
	huge,
	redirect,
	silent,
	status,
	tooMany,
} from './faults.ts';
import { always, type Fault, faultyProxy, times } from './faulty-proxy.ts';
import { loopback } from './loopback.ts';
import { rpcError, wrongId } from './rpc-faults.ts';

/** What comes of a fault that stays, and whether one that passes is waited out. */
const FAULTS: readonly (readonly [Fault, ChainTrouble['kind'], boolean])[] = [
	[tooMany('2'), 'rate-limited', true],
	[tooMany(), 'rate-limited', true],
	[
		rpcError('429 with status 200', 429, 'Your app has exceeded its compute units per second capacity'),
		'rate-limited',
		true,
	],
	[rpcError('daily quota', -32005, 'daily request count exceeded, request rate limited'), 'rate-limited', true],
	[status(500), 'unreachable', true],
	[status(502, '<html>Bad gateway</html>'), 'unreachable', true],
	[status(503, '', { 'retry-after': '1' }), 'unreachable', true],
	[dropped, 'unreachable', true],
	[brokenOff, 'unreachable', true],
	[drip(20), 'unreachable', true],
	[silent, 'unreachable', true],
	[cutJson, 'damaged', true],
	[html, 'damaged', true],
	[emptyBody, 'damaged', true],
	[wrongId, 'damaged', true],
	[status(401, 'invalid key'), 'denied', false],
	[status(403, 'forbidden'), 'denied', false],
	[redirect('http://elsewhere.invalid'), 'denied', false],
	[rpcError('no such method', -32601, 'the method eth_blockNumber does not exist/is not available'), 'unable', false],
	[rpcError('pruned state', -32000, 'missing trie node 00ff (path ) state 0x00ff is not available'), 'unable', false],
	[rpcError('node behind', -32602, 'block range extends beyond current head block'), 'unreachable', true],
	[huge(4_000_000), 'range-refused', false],
];

/** Only the time-out ends these. */
const ENDLESS = new Set([drip(0).name, silent.name]);

for (const [fault, kind, passes] of FAULTS) {
	test.serial(
		`${fault.name}: ${kind} where it stays, ${passes ? 'waited out where it passes' : 'never waited for'}`,
		async (t) => {
			const server = await loopback((_, response) => void response.end(GOOD));
			const proxy = await faultyProxy(server.url, always(fault));
			t.teardown(proxy.close);
			t.teardown(server.close);
			const terms = { clock: fakeClock(), maxBytes: 1_000_000, attempts: 2 };
			const asked = endpoint(proxy.url, { timeoutMs: ENDLESS.has(fault.name) ? 300 : 10_000 });
			const transport = openTransport([asked], terms);
			const before = Date.now();
			const trouble = await t.throwsAsync<ChainTrouble>(transport.ask(ASK, JUDGE, never));
			t.is(trouble?.kind, kind);
			t.is(transport.sent, passes ? 2 : 1);
			if (ENDLESS.has(fault.name)) t.true(Date.now() - before < 5000, 'the time-out beats what comes bit by bit');

			proxy.plan(times(1, fault));
			const later = openTransport([asked], terms).ask(ASK, JUDGE, never);
			if (passes) t.is((await later).text, GOOD);
			else await t.throwsAsync(later);
		},
	);
}
