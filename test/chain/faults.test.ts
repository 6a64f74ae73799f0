import test from 'ava';
import { type EvmWorld, makeWorld } from './evm-world.ts';
import { ENDLESS, LIES, MIXED, PASSING } from './fault-list.ts';
import { type Met, payersTransfers, readThrough } from './fault-reading.ts';
import { dropped, redirect, status } from './faults.ts';
import { always, type Fault, seeded, times } from './faulty-proxy.ts';
import { RANGE_WORDINGS, rangeLimit, staleHead } from './rpc-faults.ts';

let world: EvmWorld;

test.before(async () => {
	world = await makeWorld();
	await world.flood(200);
});
test.after.always(() => world?.anvil.kill());

const WHOLE: Partial<Met> = { lost: 0, missed: 0, invented: 0, twice: 0, incomplete: '' };
/** Less than all, and nothing that is said to be covered is not. */
const HONEST: Partial<Met> = { missed: 0, invented: 0, twice: 0 };

/** From when on a fault befalls: general ones when the head is known, those of logs or blocks at once. */
function spared({ befalls }: Fault): number {
	return befalls === undefined ? 3 : 0;
}

for (const [fault, called] of [...PASSING, ...ENDLESS.map((endless) => [endless, 'unreachable'] as const)]) {
	test.serial(`${fault.name}: every transfer once where it passes, incomplete where it stays`, async (t) => {
		// Each attempt waits for all of it, and a sound answer must fit in it on a busy machine too.
		const timeoutMs = ENDLESS.includes(fault) ? 250 : 20_000;
		const passing = await readThrough(world, times(3, fault, spared(fault)), { timeoutMs });
		t.true(passing.suffered > 0, 'the fault came to pass');
		t.like(passing, WHOLE);
		const staying = await readThrough(world, times(Number.POSITIVE_INFINITY, fault, spared(fault)), { timeoutMs });
		t.like(staying, { ...HONEST, incomplete: called });
		const helped = await readThrough(world, always(fault), { timeoutMs, more: [world.anvil.url] });
		t.like(helped, WHOLE, 'another endpoint helps');
	});
}

for (const fault of [status(401), status(403), redirect('http://elsewhere.invalid')]) {
	test.serial(`${fault.name}: denied, and answered by another endpoint`, async (t) => {
		const alone = await readThrough(world, times(Number.POSITIVE_INFINITY, fault, 3));
		t.like(alone, { ...HONEST, incomplete: 'denied' });
		t.like(await readThrough(world, always(fault), { more: [world.anvil.url] }), WHOLE);
	});
}

test.serial('the node is read over a socket as over HTTP', async (t) => {
	const socket = world.anvil.url.replace('http', 'ws');
	t.like(await readThrough(world, always(dropped), { more: [socket] }), WHOLE);
});

for (const wording of RANGE_WORDINGS) {
	test.serial(`${wording.provider} takes few blocks at once: every transfer once`, async (t) => {
		const met = await readThrough(world, always(rangeLimit(3, wording)));
		t.like(met, WHOLE);
		t.true(met.suffered > 0);
	});
}

test.serial('a range of one block that is refused is range-refused', async (t) => {
	const [wording] = RANGE_WORDINGS;
	if (wording === undefined) return t.fail();
	const refusing = await readThrough(world, always(rangeLimit(0, wording)));
	t.like(refusing, { ...HONEST, lost: payersTransfers(world).length, incomplete: 'range-refused' });
});

for (const fault of LIES) {
	test.serial(`${fault.name}: what no answer shows, the balance does`, async (t) => {
		for (const schedule of [always(fault), times(1, fault, 1)]) {
			const met = await readThrough(world, schedule);
			t.like(met, { invented: 0, twice: 0 });
			t.is(met.incomplete, met.lost > 0 ? 'balance-differs' : '');
		}
	});
}

test.serial('stale head: a node behind is never taken for the end of the chain', async (t) => {
	const behind = await readThrough(world, always(staleHead(3)));
	t.like(behind, { ...HONEST, incomplete: '' }, 'all that it has, and no word about what it has not');
	t.true(behind.lost > 0);
	for (const more of [[], [world.anvil.url]]) {
		const met = await readThrough(world, times(Number.POSITIVE_INFINITY, staleHead(3), 3), { more });
		t.like(met, { invented: 0, twice: 0 });
		t.true(met.missed === 0 || met.incomplete !== '', `${met.missed} missed, "${met.incomplete}"`);
	}
});

test.serial('faults of every kind by chance: never silently fewer, never anything twice', async (t) => {
	let complete = 0;
	for (let seed = 1; seed <= 6; seed++) {
		const met = await readThrough(world, seeded(MIXED, seed, 0.3));
		t.like(met, { invented: 0, twice: 0 }, `seed ${seed}`);
		t.true(met.missed === 0 || met.incomplete !== '', `seed ${seed}: ${met.missed} missed`);
		if (met.incomplete === '') complete++;
	}
	t.true(complete >= 3, `${complete} of 6 complete: most faults pass`);
});
