import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import * as fc from 'fast-check';
import type { TransferDifference, TransferRow } from '../../../src/findings/changes/transfers.ts';
import { compareTransfers } from '../../../src/run/changes/compare-transfers.ts';
import { IdTable } from '../../../src/run/changes/id-table.ts';
import { Lines } from '../../../src/run/changes/lines.ts';

const folder = await mkdtemp(join(tmpdir(), 'liuxiang-compare-'));
test.after.always(() => rm(folder, { recursive: true, force: true }));

const id = (name: string) => `t${Buffer.from(name).toString('hex').padStart(24, '0')}`;

/** A row of amount 100 at a time; `aliases` by name, as real ones are with the own id among them. */
function row(name: string, more: Partial<TransferRow> & { readonly also?: readonly string[] } = {}): TransferRow {
	const { also = [], ...fields } = more;
	return {
		...{ id: id(name), aliases: [id(name), ...also.map(id)].sort(), records: [`r-${name}`] },
		...{ from: 'bank:1', to: 'bank:2', fromName: '', toName: '', asset: 'CNY' },
		...{ amount: '100', gross: '100', refunded: '0', instant: 1000 },
		...{ grade: 'one-ledger', certain: true, sequence: 1, tied: false, memo: '', ...fields },
	};
}

let count = 0;

async function compared(before: readonly TransferRow[], after: readonly TransferRow[]) {
	const open = async (rows: readonly TransferRow[]) => {
		const path = join(folder, `${++count}.jsonl`);
		await writeFile(path, rows.map((one) => `${JSON.stringify(one)}\n`).join(''));
		return new Lines(path);
	};
	const told: string[] = [];
	const name = ({ id: text }: TransferRow) => Buffer.from(text.slice(1), 'hex').toString().replaceAll('\0', '');
	const [one, other] = [await open(before), await open(after)];
	const { changes, nameNow } = await compareTransfers({
		...{ before: one, after: other },
		onDifference: (difference: TransferDifference) => {
			const { change } = difference;
			if (change === 'new') told.push(`new ${name(difference.is)}`);
			else if (change === 'vanished') told.push(`vanished ${name(difference.was)}`);
			else if (change === 'changed') told.push(`changed ${name(difference.was)} ${name(difference.is)}`);
			else told.push(`${difference.by} ${name(difference.was)} ${name(difference.is)}`);
		},
	});
	const now = before.map((was) => nameNow(was.id));
	for (const file of [one, other]) file.close();
	return { told, changes, now };
}

test('an id once printed that another transfer answers to is renamed, joined or split off, and not vanished', async (t) => {
	const told = async (before: readonly TransferRow[], after: readonly TransferRow[]) =>
		(await compared(before, after)).told;
	// A stronger key came with a new file: the id changes, the old one is an alias.
	t.deepEqual(await told([row('a')], [row('b', { also: ['a'] })]), ['alias a b']);
	// The file with the stronger key went.
	t.deepEqual(await told([row('b', { also: ['a'] })], [row('a')]), ['alias b a']);
	t.deepEqual(await told([row('a')], [row('b', { also: ['a'], amount: '90' })]), ['changed a b', 'alias a b']);
	// Two rows turn out to be one payment, and the other way round.
	t.deepEqual(await told([row('a'), row('b')], [row('a', { also: ['b'] })]), ['merged b a']);
	t.deepEqual(await told([row('a', { also: ['b'] })], [row('a'), row('b')]), ['split a b']);
	t.deepEqual(await told([row('a'), row('b')], [row('c', { also: ['a', 'b'] })]), ['alias a c', 'merged b c']);
	t.deepEqual(await told([row('c', { also: ['a', 'b'] })], [row('a'), row('b')]), ['alias c a', 'split c b']);
	// Equal payments in one file are as many as there are rows.
	const at = { instant: 5 };
	t.deepEqual(await told([row('a', at), row('b', at)], [row('c', at), row('d', at), row('e', at)]), [
		...['new e', 'equal a c', 'equal b d'],
	]);
	// What else differs of a pair is told.
	t.deepEqual(await told([row('a', at)], [row('b', { ...at, grade: 'both-sides' })]), ['changed a b', 'equal a b']);
	// Kept apart is another thing than counted.
	t.deepEqual(await told([row('a', at)], [row('b', { ...at, exclusion: 'failed' })]), ['new b', 'vanished a']);
});

test('what moves with everything else is no change, rows behind a transfer are counted, and fields are told', async (t) => {
	const before = row('a');
	const same = await compared([before], [row('a', { sequence: 7, tied: true, also: ['z'] })]);
	t.deepEqual([same.told, same.changes.evidenced], [[], 0]);
	const more = await compared([before], [row('a', { records: ['r-a', 'r-b'], memo: '工资' })]);
	t.deepEqual([more.told, more.changes.evidenced], [[], 1]);
	const { changes } = await compared([before], [row('a', { amount: '90', exclusion: 'failed', to: 'bank:3' })]);
	t.deepEqual(changes.changed.largest[0]?.fields, [
		{ field: 'to', was: 'bank:2', is: 'bank:3' },
		{ field: 'amount', was: '100', is: '90' },
		{ field: 'exclusion', was: '', is: 'failed' },
	]);
});

const NAMES = [...'abcdefghijkl'];
const rows = fc
	.tuple(
		fc.shuffledSubarray(NAMES),
		fc.array(fc.tuple(fc.nat({ max: 2 }), fc.subarray(NAMES, { maxLength: 2 })), { minLength: 12, maxLength: 12 }),
	)
	.map(([names, made]) =>
		names.map((name, place) => {
			const [amount = 0, also = []] = made[place] ?? [];
			return row(name, { amount: String(amount), instant: 1, also });
		}),
	);

test('every transfer of both runs has one fate, and equal runs differ in nothing', async (t) => {
	await fc.assert(
		fc.asyncProperty(rows, rows, async (before, after) => {
			const { told, changes, now } = await compared(before, after);
			const [ids, idsNow] = [before, after].map((list) => new Set(list.map((one) => one.id))) as [
				Set<string>,
				Set<string>,
			];
			const of = (what: string) => told.filter((one) => one.startsWith(`${what} `));
			const kept = [...ids].filter((one) => idsNow.has(one)).length;
			const pairs = of('alias').length + of('equal').length;
			t.is(ids.size, kept + pairs + of('merged').length + of('vanished').length);
			t.is(idsNow.size, kept + pairs + of('split').length + of('new').length);
			t.is(changes.new.count + changes.vanished.count + changes.renamed.count + changes.changed.count, told.length);
			// A name of before answers to something of now, unless it vanished.
			const lost = new Set(of('vanished').map((one) => id(one.slice('vanished '.length))));
			for (const [place, name] of now.entries()) t.is(idsNow.has(name), !lost.has(before[place]?.id ?? ''));
			t.deepEqual((await compared(before, before)).told, []);
		}),
		{ numRuns: 60, seed: 20230801 },
	);
});

test('ids by number are what a map makes of them, and long lines are read whole at any place', async (t) => {
	const [table, map] = [new IdTable(), new Map<string, number>()];
	for (let place = 0; place < 20_000; place++) {
		const name = place % 7 === 0 ? `odd-${place % 500}` : id(String((place * 7919) % 15_000));
		if (!map.has(name)) map.set(name, map.size);
		t.is(table.add(name), map.get(name) ?? -1);
	}
	for (const [name, number] of map) t.is(table.find(name), number);
	t.is(table.find(id('none')), -1);

	const path = join(folder, 'long.jsonl');
	const texts = ['a', '币'.repeat(700_000), '', 'b'.repeat(70_000), 'end'];
	await writeFile(path, texts.join('\n'));
	const lines = new Lines(path);
	const read = [...lines.batches()].flat();
	t.deepEqual(
		read.map(({ text }) => text),
		texts,
	);
	for (const { at, text } of [...read].reverse()) t.is(lines.line(at), text);
	lines.close();
});
