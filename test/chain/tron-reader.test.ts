import test from 'ava';
import { never } from './asking.ts';
import { gapless, openTron, readStretches, recordsOf, tokenTruth, told, USDT_ID } from './tron-reading.ts';
import { startTronServer } from './tron-server.ts';
import { hubWorld, USDT } from './tron-world.ts';

const small = hubWorld('small', 600);

test('a token history has every transfer once, in the order of the chain, and reads again the same from its answers', async (t) => {
	const { world, hub } = small;
	const server = await startTronServer(world);
	t.teardown(server.close);
	const reader = await openTron(server.url);
	const head = await reader.head(never);
	const stretches = await readStretches(reader, hub);
	t.true(gapless(stretches, reader.first, head.final));
	const records = recordsOf(stretches);
	t.deepEqual(records.map(told), tokenTruth(world, hub, [USDT]));
	t.is(new Set(records.map(({ id }) => id)).size, records.length);
	t.deepEqual(stretches[0]?.receipt.decimals, { [USDT_ID]: 6 });
	for (const { receipt, records, exchanges } of stretches) {
		t.deepEqual(reader.reread(receipt, exchanges), records);
		t.is(receipt.records, records.length);
	}
	t.true(server.asked.every(({ key }) => key === 'key-of-tron'));
	t.false(JSON.stringify(stretches.map(({ receipt }) => receipt)).includes('key-of-tron'));
});
