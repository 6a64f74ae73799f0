import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { formatAmount } from '../../../src/ledger/money.ts';
import { namesOf, type Transfer } from '../../../src/ledger/transfer.ts';
import { openQuestions } from '../../../src/run/questions/open.ts';
import { type EvmWorld, makeWorld } from '../../chain/evm-world.ts';
import { access, payExchange, runLive, writeLiveCase } from '../../chain/live-case.ts';
import { rowsOf, sharedFolder, writeFiles } from '../folders.ts';

const root = await sharedFolder(test);
let world: EvmWorld;

test.before(async () => {
	world = await makeWorld();
	await payExchange(world);
});
test.after.always(() => world?.anvil.kill());

/** What an explorer exports of one address: no log index, no place in the block. */
async function exported(address: string): Promise<string> {
	const { usdt, gold } = world.places;
	const decimals = new Map([
		[usdt, 6],
		[gold, 18],
	]);
	const rows: string[] = [];
	for (const { token, from, to, amount, transaction, block } of world.transfers) {
		const places = decimals.get(token);
		if (places === undefined || (from !== address && to !== address)) continue;
		const header = await world.anvil.rpc('eth_getBlockByNumber', `0x${block.toString(16)}`, false);
		const seconds = Number((header as { timestamp: string }).timestamp);
		const utc = new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
		const value = formatAmount(amount, places);
		rows.push(`"${[transaction, block, seconds, utc, from, to, value, '', token, 'T', 'T'].join('","')}"`);
	}
	const head =
		'"Transaction Hash","Blockno","UnixTimestamp","DateTime (UTC)","From","To","TokenValue","USDValueDayOfTx","ContractAddress","TokenName","TokenSymbol"';
	return `${[head, ...rows].join('\n')}\n`;
}

const transfersOf = async (folder: string) => await rowsOf<Transfer>(join(folder, 'transfers.jsonl'));
const moved = (transfers: readonly Transfer[]) =>
	transfers.map(({ id, from, to, asset, amount, exclusion, tied }) => [id, from, to, asset, amount, exclusion, tied]);

test.serial(
	'exports of a history that the chain gave too change no transfer, and ids that they printed go on',
	async (t) => {
		const [live, both] = [join(root, 'live'), join(root, 'both')];
		await writeLiveCase(live, world);
		const alone = await runLive(live, access());
		await writeLiveCase(both, world);
		const files = [
			['evidence/core.csv', await exported(world.people.core)],
			['evidence/payer.csv', await exported(world.people.payer)],
		] as const;
		await writeFiles(both, files);
		const before = await transfersOf((await runLive(both)).folder);
		t.true(before.length > 5);
		const merged = await runLive(both, access());
		const [one, other] = [await transfersOf(alone.folder), await transfersOf(merged.folder)];
		t.deepEqual(moved(other), moved(one));
		t.true(merged.findings.merging.records > alone.findings.merging.records);
		t.deepEqual(merged.findings.flow.links, alone.findings.flow.links);
		const names = new Set(other.flatMap(namesOf));
		for (const { id, aliases } of before) for (const name of [id, ...aliases]) t.true(names.has(name), name);

		const [schedule = ''] = merged.files.filter((file) => file.startsWith('附表3_'));
		const lines = (await readFile(join(merged.folder, schedule), 'utf8')).split('\r\n').slice(1, -1);
		t.true(lines.length > 0 && lines.every((line) => /evm-31337 x[0-9a-f]{24}/.test(line)), 'each names a receipt');

		const questions = await openQuestions(both, {});
		try {
			const twofold = other.find(({ records }) => records.length > 1);
			const { records, receipts } = await questions.why(twofold?.id ?? '');
			t.deepEqual([...new Set(records.map(({ evidence }) => evidence.kind))].sort(), ['chain', 'file']);
			t.true(receipts.length > 0 && receipts.every(({ answers }) => answers.length > 0));
			t.true(receipts.every(({ endpoint }) => endpoint.startsWith(world.anvil.url)));
		} finally {
			await questions.close();
		}
	},
);
