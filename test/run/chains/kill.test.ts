import { join } from 'node:path';
import test from 'ava';
import { seeded } from '../../../datasets/demo/random.ts';
import { makeWorld } from '../../chain/evm-world.ts';
import { halves, killedFetch, morePeople, transferRows, whatIsSaid } from '../../chain/killed-fetch.ts';
import { access, payExchange, runLive, writeLiveCase } from '../../chain/live-case.ts';
import { sharedFolder } from '../folders.ts';

const root = await sharedFolder(test);

test('a fetch that is killed at any moment goes on with the next one: no gap, no duplicate, the same findings', async (t) => {
	const world = await makeWorld();
	t.teardown(() => world.anvil.kill());
	await world.flood(500);
	await payExchange(world);
	const [killed, whole] = [join(root, 'killed'), join(root, 'whole')];
	for (const folder of [killed, whole]) await writeLiveCase(folder, world, { lines: [morePeople(world)] });
	const random = seeded('kill points of a fetch');
	let kills = 0;
	// The first line says that evidence is read; later ones, that histories were brought.
	for (const line of [0, 1, 2, 2, 3]) if (await killedFetch(killed, { line, afterMs: random.int(0, 60) })) kills += 1;
	t.true(kills >= 4, `${kills} of 5 were killed`);
	const [finished, undisturbed] = [await runLive(killed, access()), await runLive(whole, access())];
	t.is(await transferRows(finished), await transferRows(undisturbed));
	t.deepEqual(whatIsSaid(finished), whatIsSaid(undisturbed));
	t.deepEqual(await halves(killed), []);
});
