import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { makeDemo } from '../../datasets/demo/generate.ts';
import type { Findings } from '../../src/findings/schema.ts';
import type { Problem } from '../../src/ledger/problem.ts';
import { weakest } from '../../src/ledger/transfer.ts';
import { openQuestions, type Questions } from '../../src/run/questions/open.ts';
import { runCase } from '../../src/run/run-case.ts';
import { run, sharedFolder, writeFiles } from './folders.ts';
import { CORE_CARD, LEADER_CARD, OVERSEAS, smallCase } from './small-case.ts';

/** One group of the demo: some 700 commissions. */
const { files, truth } = await makeDemo({ seed: 3, scale: 0.17 });
const root = await sharedFolder(test);
let findings: Findings;
let demo: Questions;
let smallFindings: Findings;
let small: Questions;

test.before(async () => {
	await writeFiles(join(root, 'demo'), files);
	({ findings } = await run(join(root, 'demo')));
	demo = await openQuestions(join(root, 'demo'));
	await writeFiles(join(root, 'small'), smallCase());
	({ findings: smallFindings } = await run(join(root, 'small')));
	small = await openQuestions(join(root, 'small'));
});

test.after.always(async () => {
	await demo?.close();
	await small?.close();
});

const isSeed = (origin: string) => truth.overseas.some(({ wallet }) => wallet === origin);
const sum = (shares: readonly { readonly amount: bigint }[]) => shares.reduce((total, one) => total + one.amount, 0n);

test('a commission leads up to the overseas wallet whose coins paid it, and no fen gets lost on the way', async (t) => {
	const callers = new Set(findings.people.filter((one) => one.role === 'caller').map((one) => one.id));
	const paid = findings.payouts.filter((one) => callers.has(one.payee) && one.commission !== '0');
	let reached = 0;
	for (const payout of paid.slice(-12)) {
		const { amount, policies } = await demo.origin(payout.id);
		t.is(amount, BigInt(payout.amount));
		for (const { policy, shares, ways } of policies) {
			if (policy === 'poison') t.true(shares.every((share) => share.amount === amount));
			else t.is(sum(shares), amount, `${policy} ${payout.id}`);
			const seeds = shares.filter((share) => isSeed(share.origin));
			if (policy === 'poison') continue;
			for (const { origin } of seeds) {
				const way = ways.find((one) => one.origin === origin);
				t.is(way?.hops[0]?.from, origin, `${policy} ${payout.id} ${origin}`);
				t.is(way?.hops.at(-1)?.transfer, payout.id);
				t.true(way?.hops.some((hop) => hop.cashOut !== undefined && hop.crossing === 'inferred'));
				t.is(way?.grade, weakest(way?.hops.map((hop) => hop.grade) ?? []));
				t.is(way?.hops[(way?.weakest ?? 0) - 1]?.grade, way?.grade);
				t.true(way?.hops.at(-1)?.ties.some((tie) => tie.account === way?.hops.at(-1)?.to));
				reached++;
			}
		}
	}
	t.true(reached > 0);
});

test('the shares of a person agree with those of the transfers they received', async (t) => {
	const [payout] = findings.payouts.filter((one) => one.certainty === 'documented');
	const person = findings.people.find((one) => one.id === payout?.payee);
	const { received } = await demo.person(person?.id ?? '');
	const ids = received.filter((one) => one.certainty === 'documented').map((one) => one.id);
	let traced = 0n;
	for (const id of ids.slice(0, 40)) {
		const fifo = (await demo.origin(id)).policies.find((one) => one.policy === 'fifo');
		traced += sum(fifo?.shares.filter((share) => isSeed(share.origin)) ?? []);
	}
	const told = (person?.traced ?? []).filter((row) => row.policy === 'fifo' && isSeed(row.origin));
	const whole = told.reduce((total, row) => total + BigInt(row.value), 0n);
	if (ids.length <= 40) t.is(traced, whole);
	else t.true(traced <= whole);
});

test('paths from the overseas wallet to a caller run in time order, each step where the last one ended', async (t) => {
	const caller = findings.people.find((one) => one.role === 'caller' && one.traced.some((row) => isSeed(row.origin)));
	const from = caller?.traced.find((row) => isSeed(row.origin))?.origin ?? '';
	const { paths, rows } = await demo.trace({ from, to: caller?.id ?? '', depth: 12 });
	t.true(paths.length > 0);
	t.true(rows.length > 0);
	const accounts = new Set(caller?.accounts.map((one) => one.account));
	for (const path of paths) {
		t.is(path[0]?.from, from);
		t.true(accounts.has(path.at(-1)?.to ?? ''));
		for (const [index, hop] of path.entries()) {
			const before = path[index - 1];
			if (!before) continue;
			// Across a cash-out the yuan may come shortly before the coins.
			if (hop.cashOut === undefined) {
				t.true(before.instant <= hop.instant);
				t.is(before.to, hop.from);
			}
		}
	}
});

test('what a wallet is followed to is no more than what it paid', async (t) => {
	const answer = await small.trace({ from: OVERSEAS });
	const first = answer.rows.find((row) => row.from === OVERSEAS);
	t.is(first?.traced, 2_000_000_000n);
	t.true(answer.rows.every((row) => row.traced > 0n && row.traced <= row.amount));
	const funding = answer.rows.find((row) => row.to === LEADER_CARD);
	t.like(funding, { traced: 300_000n, from: CORE_CARD, fromName: '演示甲', toName: '演示乙' });
	const yuan = await small.trace({ from: OVERSEAS, asset: 'CNY' });
	t.true(yuan.rows.length > 0 && yuan.rows.every((row) => row.asset === 'CNY'));
	const late = await small.trace({ from: OVERSEAS, since: '2023-03-02' });
	t.deepEqual(late.rows, []);
});

test('a person is found by name, nickname, identity number, id and account', async (t) => {
	const names = new Map<string, number>();
	for (const { name, nicknames } of findings.people)
		for (const text of [name, ...nicknames]) names.set(text, (names.get(text) ?? 0) + 1);
	const person = findings.people.find((one) => [one.name, ...one.nicknames].every((text) => names.get(text) === 1));
	const texts = [
		person?.name,
		...(person?.nicknames ?? []),
		person?.identity,
		person?.id,
		person?.accounts[0]?.account,
	].map(String);
	for (const text of texts) t.is((await demo.person(text)).person.id, person?.id ?? '', text);
	const { received, paid, names: told } = await demo.person(person?.id ?? '');
	t.true(received.every((one) => one.payee === person?.id && told[one.payer] !== undefined));
	t.true(paid.every((one) => one.payer === person?.id && told[one.payee] !== undefined));
});

test('a person is found by an account that they held for a time', async (t) => {
	const folder = join(root, 'spell');
	const tables = smallCase();
	const rows = (tables.get('accounts.csv') as string).trimEnd().split('\n');
	const spelled = rows.map((row, index) => {
		const span = row.startsWith(LEADER_CARD) ? '2023-03-01,2023-03-31' : ',';
		return `${row},${index === 0 ? '起,止' : span}`;
	});
	await writeFiles(folder, [...tables, ['accounts.csv', `${spelled.join('\n')}\n`]]);
	await run(folder);
	const questions = await openQuestions(folder);
	t.teardown(() => questions.close());
	t.is((await questions.person(LEADER_CARD)).person.name, '演示乙');
});

test('a name that several people share lists them', async (t) => {
	const shared = new Map<string, string[]>();
	for (const { id, name, nicknames } of findings.people)
		for (const text of new Set([name, ...nicknames])) shared.set(text, [...(shared.get(text) ?? []), id]);
	const [text, ids] = [...shared].find(([, people]) => people.length > 1) ?? ['', []];
	const problem = await t.throwsAsync<Problem>(demo.person(text));
	t.like(problem, { code: 'account.ambiguous', kind: 'usage' });
	for (const id of ids) t.true(String(problem.facts.choices).includes(id));
	for (const id of ids) t.is((await demo.person(id)).person.id, id);
});

const unknown: readonly (readonly [string, (questions: Questions) => Promise<unknown>, string])[] = [
	['a person', (q) => q.person('无此人'), 'account.unknown'],
	['an account of nobody in the list', (q) => q.person(OVERSEAS), 'person.unknown'],
	['the origin of a name', (q) => q.origin('无此人'), 'account.unknown'],
	['a start of a trace', (q) => q.trace({ from: '无此人' }), 'account.unknown'],
	['an end of a trace', (q) => q.trace({ from: OVERSEAS, to: '无此人' }), 'account.unknown'],
	['an asset', (q) => q.trace({ from: OVERSEAS, asset: 'DOGE' }), 'usage.asset'],
	['a time', (q) => q.trace({ from: OVERSEAS, since: 'spring' }), 'usage.time'],
	['an amount', (q) => q.trace({ from: OVERSEAS, min: 'much' }), 'usage.amount'],
	['an id', (q) => q.why('t000000000000000000000000'), 'transfer.unknown'],
	['an account that received nothing', (q) => q.origin(OVERSEAS), 'transfer.untraced'],
];

for (const [title, ask, code] of unknown) {
	test(`${title} that is unknown is a problem of usage (${code})`, async (t) => {
		t.like(await t.throwsAsync<Problem>(ask(small)), { code, kind: 'usage' });
	});
}

test('a figure rests on the rows of its transfers', async (t) => {
	for (const person of findings.people.slice(0, 12)) {
		for (const { id, count, value } of Object.values(person.figures)) {
			if (count === 0) continue;
			const { kind, facts, records, paths } = await demo.why(id);
			t.is(kind, 'figure');
			t.is(facts.transfers, count, id);
			t.is(
				String(facts.value).replaceAll(/[,.]/g, ''),
				value.replace(/^-?\d{1,2}$/, (v) => v.padStart(3, '0')),
				id,
			);
			t.true(records.length >= count, id);
			for (const { evidence } of records)
				t.true(evidence.kind === 'file' && paths[evidence.file] !== undefined && evidence.row > 0);
		}
	}
});

test('the case total rests on its rows as well', async (t) => {
	const { kind, facts, records } = await small.why('case/inflow');
	t.is(kind, 'figure');
	t.deepEqual(facts, { value: '14,000.00', transfers: 3 });
	t.is(records.length, 3);
});

test('every link of the chart rests on as many transfers as it counts', async (t) => {
	for (const { id, count, amount } of smallFindings.flow.links) {
		const { kind, records, facts } = await small.why(id);
		t.is(kind, 'link');
		t.is(facts.transfers, count);
		// The funding stands in two files.
		const twice = records.length - count;
		t.is(twice, amount === '300000' ? 1 : 0, id);
	}
	for (const { id, count } of findings.flow.links) t.true((await demo.why(id)).records.length >= count, id);
});

test('two sales that could be exchanged are drawn once, not once for each pairing', (t) => {
	const yuan = smallFindings.flow.links.filter((link) => link.asset === 'CNY' && link.kinds.includes('cash-out'));
	t.is(
		yuan.reduce((sum, { count }) => sum + count, 0),
		3,
	);
	t.is(
		yuan.reduce((sum, { amount }) => sum + BigInt(amount), 0n),
		1_400_000n,
	);
});

test('a cash-out rests on both of its legs, and names its rivals', async (t) => {
	for (const cashOut of smallFindings.cashOuts) {
		const { kind, facts, records, rivals } = await small.why(cashOut.id);
		t.is(kind, 'cash-out');
		t.is(facts.status, cashOut.status);
		const assets = [...cashOut.yuan.map(() => 'CNY'), ...cashOut.coins.map(() => cashOut.asset)];
		t.deepEqual(records.map((record) => record.asset).sort(), assets);
		t.is(rivals.length, cashOut.rivals.length);
	}
});

test('a transfer, its row and its former ids give the same rows, verbatim', async (t) => {
	const merged = smallFindings.payouts.find((one) => one.amount === '300000')?.id ?? '';
	const answer = await small.why(merged);
	t.is(answer.kind, 'transfer');
	t.like(answer.facts, { kind: 'funding', grade: 'both-sides', rule: 'amount-time', certain: 'false' });
	t.deepEqual(answer.records.map((record) => record.raw).sort(), [
		`2023-03-06 09:00:00,${CORE_CARD},${LEADER_CARD},3000.00,A4`,
		`2023-03-06 09:00:20,${CORE_CARD},${LEADER_CARD},3000.00`,
	]);
	for (const { id } of answer.records) {
		const ofRow = await small.why(id);
		t.is(ofRow.kind, 'record');
		t.deepEqual(ofRow.records, answer.records);
	}
});

test('the list of what to do is sorted by what is at stake', async (t) => {
	const items = await demo.todo();
	t.true(items.length > 10);
	const stakes = items.map((item) => BigInt(item.stake));
	t.true(stakes.every((stake, index) => index === 0 || stake <= (stakes[index - 1] as bigint)));
	t.is(new Set(items.map((item) => item.id)).size, items.length);
	const codes = new Set(items.map((item) => item.code));
	for (const code of ['unlabelled-payer', 'request-return', 'not-read-yet', 'open-kind']) t.true(codes.has(code), code);
});

test('a varied run says which figures move and by how much, and that pay does not', async (t) => {
	t.deepEqual(smallFindings.sensitivity, { varied: [], figures: 0, moved: [] });
	const folder = join(root, 'varied');
	await writeFiles(folder, smallCase());
	const yaml = join(folder, 'case.yaml');
	// The sale of the second of March is paid after half an hour: a window of forty minutes halved misses it.
	await writeFile(yaml, (await readFile(yaml, 'utf8')).replace('after: 1h', 'after: 40m'));
	const options = { program: 'liuxiang test', dryRun: true, vary: true, onProgress: () => {} };
	const { sensitivity, people } = (await runCase(folder, options)).findings;
	t.deepEqual(sensitivity.varied.slice(0, 3), ['ties-reversed', 'windows-halved', 'windows-doubled']);
	t.false(sensitivity.varied.includes('policy-fifo'));
	const core = people.find((one) => one.role === 'core');
	const halved = sensitivity.moved.filter((one) => one.variation === 'windows-halved' && one.figure === 'received');
	t.deepEqual(halved, [
		{
			person: core?.id ?? '',
			figure: 'received',
			asset: 'CNY',
			variation: 'windows-halved',
			base: '1400000',
			value: '700000',
			by: '-700000',
		},
	]);
	t.deepEqual(
		sensitivity.moved.filter((one) => ['wages', 'commissions', 'bonuses', 'passed-on'].includes(one.figure)),
		[],
	);
});
