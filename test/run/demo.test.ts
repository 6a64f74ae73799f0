import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { z } from 'zod';
import { makeDemo } from '../../datasets/demo/generate.ts';
import type { Findings } from '../../src/findings/schema.ts';
import { findingsJsonSchema } from '../../src/findings/schema.ts';
import type { Transfer } from '../../src/ledger/transfer.ts';
import { compareTruth } from '../../src/run/compare-truth.ts';
import type { RunResult } from '../../src/run/run-case.ts';
import { openStore } from '../../src/stores/open.ts';
import { rowsOf, run, sharedFolder, writeFiles } from './folders.ts';

interface Solved extends RunResult {
	readonly root: string;
	readonly truth: Awaited<ReturnType<typeof makeDemo>>['truth'];
	readonly transfers: readonly Transfer[];
	/** Id and order number of every record in the store. */
	readonly records: readonly { readonly id: string; readonly order: string }[];
}

/** The demo everybody gets, and another gang of the same kind. */
const SEEDS = [1, 7];

const root = await sharedFolder(test);
const solved = new Map<number, Promise<Solved>>();

test.before(async () => {
	for (const seed of SEEDS) {
		solved.set(seed, solve(seed));
		await solved.get(seed);
	}
});

async function solve(seed: number): Promise<Solved> {
	const folder = join(root, String(seed));
	const { files, truth } = await makeDemo({ seed });
	await writeFiles(folder, files);
	const result = await run(folder);
	const transfers = await rowsOf<Transfer>(join(result.folder, 'transfers.jsonl'));
	return { ...result, root: folder, truth, transfers, records: await recordsIn(folder) };
}

async function recordsIn(folder: string): Promise<{ id: string; order: string }[]> {
	const store = await openStore(join(folder, 'store.duckdb'));
	try {
		const records = [];
		for await (const batch of store.records())
			records.push(...batch.map(({ id, keys }) => ({ id, order: keys.order ?? '' })));
		return records;
	} finally {
		await store.close();
	}
}

function demo(seed: number): Promise<Solved> {
	return solved.get(seed) as Promise<Solved>;
}

for (const seed of SEEDS) {
	test(`demo ${seed}: everything provable is found to the fen, and nothing false`, async (t) => {
		const { findings, truth } = await demo(seed);
		const { commissions, people, cashOuts, differences } = compareTruth(findings, truth);
		t.deepEqual(differences, []);
		t.is(commissions.paid, truth.commissions.length);
		t.true(commissions.provable >= 0.9 * commissions.paid);
		t.is(commissions.found, commissions.provable);
		t.is(commissions.false, 0);
		t.is(people.total, truth.people.length);
		t.true(people.provable > 0.8 * people.total);
		t.is(people.exact, people.provable);
		t.true(cashOuts.matchable > 20);
		t.is(cashOuts.matched, cashOuts.matchable);
		t.is(cashOuts.false, 0);
	});

	test(`demo ${seed}: payments alone show every superior and role, and who moved to another group`, async (t) => {
		const { findings, folder, truth, transfers } = await demo(seed);
		const { superiors, roles, differences } = compareTruth(findings, truth).hierarchy;
		t.deepEqual(differences, []);
		t.deepEqual([superiors.right, superiors.proposed], [superiors.true, superiors.true]);
		t.deepEqual([roles.right, roles.proposed], [roles.true, roles.true]);
		t.is(findings.hierarchy.moves.length, 1);
		t.deepEqual(findings.hierarchy.differences, []);
		const [nobody] = findings.hierarchy.units.filter(({ listed, id }) => !listed && id.startsWith('alipay:'));
		t.is(findings.hierarchy.roles.find(({ unit }) => unit === nobody?.id)?.role, 'caller');
		const rows = await rowsOf<{ proposal: string; transfer: string }>(join(folder, 'hierarchy.jsonl'));
		const known = new Set(transfers.map(({ id }) => id));
		t.true(rows.every(({ transfer }) => known.has(transfer)));
		for (const { id, transfers: count } of [...findings.hierarchy.roles, ...findings.hierarchy.superiors])
			t.is(rows.filter(({ proposal }) => proposal === id).length, count, id);
	});

	test(`demo ${seed}: what everybody really got and passed on lies between the bounds`, async (t) => {
		const { findings, truth } = await demo(seed);
		const byIdentity = new Map(findings.people.map((person) => [`${person.name}|${person.identity}`, person.bounds]));
		const outside: string[] = [];
		for (const { name, identity, receivedFen, passedOnFen } of truth.people) {
			// Bounds are of money on accounts: what was sold for cash is on none.
			const cash = truth.cashOuts.filter((sale) => sale.core === name && sale.yuanAt === '');
			const received = cash.reduce((sum, sale) => sum - BigInt(sale.yuanFen), BigInt(receivedFen));
			const passedOn = BigInt(passedOnFen);
			const bounds = byIdentity.get(`${name}|${identity}`);
			for (const [figure, value] of Object.entries({ received, passedOn, kept: received - passedOn })) {
				const { least, most, cap } = bounds?.[figure as 'received' | 'passedOn' | 'kept'] ?? {};
				const inside = least !== undefined && BigInt(least) <= value && (most === undefined || value <= BigInt(most));
				if (!inside) outside.push(`${name} ${figure}: ${value} beside ${least}..${most} (${cap?.code})`);
			}
		}
		t.deepEqual(outside, []);
	});

	test(`demo ${seed}: the coins seeded are those that the overseas wallets paid`, async (t) => {
		const { findings, truth } = await demo(seed);
		const found = findings.seeds.map(({ origin, asset, amount }) => ({ wallet: origin, asset, total: amount }));
		const paid = truth.overseas.map(({ wallet, asset, total }) => ({ wallet, asset, total }));
		t.deepEqual(sorted(found), sorted(paid));
	});

	test(`demo ${seed}: nothing that only looks like pay is documented pay`, async (t) => {
		const { findings, truth, records, transfers } = await demo(seed);
		const paid = new Set(findings.payouts.filter((p) => p.certainty === 'documented').map((p) => p.id));
		const looks = new Set(truth.notPay.map(({ order }) => order));
		const orderOf = new Map(records.map(({ id, order }) => [id, order]));
		const ofLooks = transfers.filter((one) => one.records.some((id) => looks.has(orderOf.get(id) as string)));
		t.true(ofLooks.length > 10);
		t.deepEqual(
			ofLooks.filter((one) => paid.has(one.id)),
			[],
		);
	});

	test(`demo ${seed}: inflow = kept + operating costs + unresolved`, async (t) => {
		const { reconciliation: r } = (await demo(seed)).findings;
		t.true(r.balances);
		t.is(BigInt(r.inflow), BigInt(r.kept) + BigInt(r.operating) + BigInt(r.unresolved));
		t.true(BigInt(r.inflow) > 0n);
	});

	test(`demo ${seed}: value is conserved to the last unit, per policy, asset and origin`, async (t) => {
		const { conservation, seeds } = (await demo(seed)).findings;
		for (const row of conservation) {
			const [came, went] = [
				[row.seeded, row.convertedIn],
				[row.held, row.delivered, row.convertedOut, row.reseeded],
			].map((parts) => parts.reduce((sum, part) => sum + BigInt(part), 0n));
			t.is(came, went, JSON.stringify(row));
		}
		for (const policy of ['fifo', 'lifo', 'haircut']) {
			const of = conservation.filter((row) => row.policy === policy);
			for (const { origin, asset, amount } of seeds) {
				const row = of.find((one) => one.origin === origin && one.asset === asset);
				t.is(row?.seeded, amount, `${policy} ${origin}`);
			}
			t.true(of.some((row) => row.asset === 'CNY' && !row.origin.startsWith('?') && row.convertedIn !== '0'));
		}
	});

	test(`demo ${seed}: every row has one fate, in each file and in total`, async (t) => {
		const { evidence } = (await demo(seed)).findings;
		const total = { total: 0, read: 0, skipped: 0, rejected: 0 };
		for (const { paths, rows } of evidence.files) {
			const skipped = Object.values(rows.skipped).reduce((sum, n) => sum + n, 0);
			t.is(rows.total, rows.read + skipped + rows.rejected, paths[0]);
			total.total += rows.total;
			total.read += rows.read;
			total.skipped += skipped;
			total.rejected += rows.rejected;
		}
		t.deepEqual(evidence.rows, total);
		t.true(total.total > 10_000);
	});

	test(`demo ${seed}: every record lies in one transfer only, and stands in a file of the list`, async (t) => {
		const { findings, folder, records, transfers } = await demo(seed);
		const ids = records.map((record) => record.id).sort();
		t.deepEqual(transfers.flatMap((transfer) => transfer.records).sort(), ids);
		t.is(findings.merging.records, ids.length);
		t.is(findings.merging.transfers, transfers.length);
		const apart = findings.merging.exclusions.reduce((sum, one) => sum + one.transfers, 0);
		t.is(apart, transfers.filter((transfer) => transfer.exclusion).length);
		const files = new Set(findings.evidence.files.filter((f) => f.rows.records > 0).map((f) => f.hash));
		const places = await rowsOf<{ id: string; file: string; row: number }>(join(folder, 'records.jsonl'));
		t.deepEqual(places.map((place) => place.id).sort(), ids);
		t.true(places.every((place) => files.has(place.file) && place.row > 0));
	});

	test(`demo ${seed}: every figure is the sum of its transfers`, async (t) => {
		const { findings, folder, transfers } = await demo(seed);
		const rows = await rowsOf<FigureRow>(join(folder, 'figures.jsonl'));
		const known = new Set(transfers.map((transfer) => transfer.id));
		t.true(rows.every((row) => known.has(row.transfer)));
		const sums = sumsOf(rows);
		const figures = findings.people.flatMap((person) => Object.values(person.figures));
		for (const { id, value, count } of figures) {
			const sum = sums.get(id) ?? { value: 0n, count: 0 };
			t.deepEqual({ value, count }, { value: sum.value.toString(), count: sum.count }, id);
		}
		const { inflow, operating, unresolved } = findings.reconciliation;
		for (const [name, value] of Object.entries({ inflow, operating, unresolved }))
			t.is((sums.get(`case/${name}`)?.value ?? 0n).toString(), value, name);
		t.is([...sums.keys()].filter((id) => !id.startsWith('case/') && !figures.some((f) => f.id === id)).length, 0);
	});

	test(`demo ${seed}: what a person received is the sum of its parts, and kept is what was not passed on`, async (t) => {
		for (const { name, figures } of (await demo(seed)).findings.people) {
			const of = (figure: string) => BigInt(figures[figure]?.value ?? '0');
			const parts = ['wages', 'commissions', 'bonuses', 'rounding', 'funding', 'cash-outs', 'seeds'];
			t.is(
				of('received'),
				parts.reduce((sum, part) => sum + of(part), 0n),
				name,
			);
			t.is(of('kept'), of('received') - of('passed-on'), name);
		}
	});

	test(`demo ${seed}: no more of a person's pay is traced than was received, under each policy that divides`, async (t) => {
		for (const { name, figures, traced } of (await demo(seed)).findings.people) {
			for (const policy of ['fifo', 'lifo', 'haircut']) {
				const sum = traced
					.filter((row) => row.policy === policy && row.asset === 'CNY')
					.reduce((total, row) => total + BigInt(row.value), 0n);
				t.true(sum <= BigInt(figures.received?.value ?? '0'), `${name} ${policy}`);
			}
		}
	});
}

test('the findings are what the published schema says, on disk too', async (t) => {
	const { findings, folder } = await demo(1);
	const written = JSON.parse(await readFile(join(folder, 'findings.json'), 'utf8')) as Findings;
	t.deepEqual(written, findings);
	const checked = z.fromJSONSchema(findingsJsonSchema() as z.core.JSONSchema.JSONSchema).safeParse(written);
	t.true(checked.success, checked.error?.message);
	const broken = { ...written, reconciliation: { ...written.reconciliation, inflow: 1.5 } };
	t.false(z.fromJSONSchema(findingsJsonSchema() as z.core.JSONSchema.JSONSchema).safeParse(broken).success);
});

test('the findings tell no path of the machine, no clock and no host', async (t) => {
	const { folder, root: at } = await demo(1);
	const text = await readFile(join(folder, 'findings.json'), 'utf8');
	for (const secret of [at, root, hostname(), process.cwd()]) t.false(text.includes(secret), secret);
	t.notRegex(text, /"\/(?:[a-z]+\/)/);
	t.notRegex(text, new RegExp(`${new Date().getFullYear()}-\\d\\d-\\d\\dT`));
});

test('a demo that is whole has no hash alarm, and names the scanned page that nobody can read', async (t) => {
	const { findings, complete } = await demo(1);
	t.deepEqual(
		findings.evidence.files.filter((file) => file.hashCheck === 'different'),
		[],
	);
	t.true(findings.evidence.files.some((file) => file.hashCheck === 'equal'));
	t.deepEqual(
		findings.incomplete.map((one) => one.code),
		['not-read-yet'],
	);
	t.false(complete);
});

test('tables have as many rows as the findings say, and the manifest lists every file', async (t) => {
	const { findings, folder, files } = await demo(1);
	for (const { file, rows } of findings.tables) t.is((await rowsOf(join(folder, file))).length, rows, file);
	const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as { files: { name: string }[] };
	t.deepEqual(
		manifest.files.map((file) => file.name).sort(),
		['findings.json', 'INPUTS.sha256', '说明.txt', 'provenance.jsonld', ...files].sort(),
	);
	t.true(existsSync(join(folder, '..', 'latest', 'findings.json')));
});

interface FigureRow {
	readonly figure: string;
	readonly transfer: string;
	readonly amount: string;
	readonly sign: 1 | -1;
}

function sumsOf(rows: readonly FigureRow[]): Map<string, { value: bigint; count: number }> {
	const sums = new Map<string, { value: bigint; count: number }>();
	for (const { figure, amount, sign } of rows) {
		const sum = sums.get(figure) ?? { value: 0n, count: 0 };
		sums.set(figure, { value: sum.value + BigInt(sign) * BigInt(amount), count: sum.count + 1 });
	}
	return sums;
}

function sorted<T>(rows: readonly T[]): T[] {
	return [...rows].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
