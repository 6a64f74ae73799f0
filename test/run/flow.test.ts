import { join } from 'node:path';
import test from 'ava';
import { runCase } from '../../src/run/run-case.ts';
import { sharedFolder, writeFiles } from './folders.ts';
import { OVERSEAS, smallCase, WALLET } from './small-case.ts';

const root = await sharedFolder(test);

test('coins sent back overseas end at the overseas payer on the chart, not at a service', async (t) => {
	const files = smallCase();
	const back = `2023-03-20 10:00:00,${WALLET},${OVERSEAS},30,${'9'.repeat(64)}\n`;
	files.set('evidence/coins.csv', files.get('evidence/coins.csv') + back);
	const folder = join(root, 'back');
	await writeFiles(folder, files);
	const { findings } = await runCase(folder, { program: 'liuxiang test', dryRun: true, onProgress: () => {} });
	const { nodes, links } = findings.flow;
	const overseas = nodes.filter(({ label }) => label === '境外老板');
	t.deepEqual(
		overseas.map(({ kind, level }) => [kind, level]),
		[['overseas', 0]],
	);
	const sent = links.filter(({ to }) => to === overseas[0]?.id);
	t.deepEqual(
		sent.map(({ amount, count, kinds }) => [amount, count, kinds]),
		[['30000000', 1, ['coins-out']]],
	);
});
