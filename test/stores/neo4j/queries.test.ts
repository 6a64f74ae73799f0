import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeDemo } from '../../../datasets/demo/generate.ts';
import { formatDay } from '../../../src/ledger/time.ts';
import { runCase } from '../../../src/run/run-case.ts';
import { neo4jTest } from '../../neo4j/gate.ts';
import { writeFiles } from '../../run/folders.ts';
import { scratchFolder } from '../scratch.ts';
import { demoGraph, type Row } from './demo-graph.ts';
import {
	bare,
	counted,
	dealings,
	holder,
	isOn,
	ledgerOf,
	oneSideOnly,
	sharedAccounts,
	span,
	sumBy,
	unlabelledPayers,
	whoPaysWhom,
} from './expected.ts';

const demo = demoGraph();
const CHINA = 480;

/** Rows in one order, whatever the query's. */
function sorted(rows: readonly Row[]): string[] {
	return rows.map((row) => JSON.stringify(Object.fromEntries(Object.entries(row).sort()))).sort();
}

async function leader() {
	const graph = await demo();
	const person = graph.findings.people.find((one) => one.role === 'leader' && one.group === '第1组');
	const account = person?.accounts.find((one) => one.account.startsWith('wechat:'))?.account ?? '';
	return { graph, person: person?.name ?? '', id: person?.id ?? '', account };
}

neo4jTest('who-pays-whom sums what the core sums, by party where one holds the account', async (t) => {
	const graph = await demo();
	const expected = whoPaysWhom(graph, 500_00n);
	t.true(expected.length > 100);
	t.deepEqual(sorted(await graph.ask('who-pays-whom', { min: '500' })), sorted(expected));
	t.deepEqual(sorted(await graph.ask('who-pays-whom')), sorted(whoPaysWhom(graph, 0n)));
});

neo4jTest('account-dealings takes an account with or without its network', async (t) => {
	const { graph, account } = await leader();
	const expected = dealings(graph, account);
	t.true(expected.length > 10);
	t.deepEqual(sorted(await graph.ask('account-dealings', { account })), sorted(expected));
	t.deepEqual(sorted(await graph.ask('account-dealings', { account: bare(account) })), sorted(expected));
});

neo4jTest('account-holders tells every claim on an account', async (t) => {
	const { graph, account } = await leader();
	const claims = [...graph.parties.all.values()].flatMap((party) =>
		party.attributions.filter((one) => one.account === account).map((one) => ({ claim: one.id, party: party.name })),
	);
	const rows = await graph.ask('account-holders', { account });
	t.deepEqual(sorted(rows.map(({ claim, party }) => ({ claim, party }))), sorted(claims));
});

neo4jTest('fan-out-by-day counts by the days of the case, not by UTC', async (t) => {
	const { graph, account } = await leader();
	const yuan = counted(graph).filter((one) => one.asset === 'CNY' && one.from === account);
	const expected = sumBy(yuan, (one) => [formatDay(one.instant, CHINA)]).map(({ key: [day], total, transfers }) => ({
		day,
		payees: String(new Set(transfers.map((one) => one.to)).size),
		transfers: String(transfers.length),
		total: total.toString(),
	}));
	t.true(expected.length > 50);
	t.deepEqual(sorted(await graph.ask('fan-out-by-day', { account })), sorted(expected));
	const many = await graph.ask('fan-out-by-day', { account, min_payees: '10' });
	t.deepEqual(sorted(many), sorted(expected.filter(({ payees }) => Number(payees) >= 10)));
});

neo4jTest('small-payouts counts what leaders paid in 5 to 10 yuan', async (t) => {
	const { findings, parties, ask } = await demo();
	const leaders = new Set(findings.people.filter((one) => one.role === 'leader').map((one) => one.id));
	const small = findings.payouts.filter(
		(p) => leaders.has(p.payer) && BigInt(p.amount) >= 500n && BigInt(p.amount) <= 1000n,
	);
	const expected = [...new Set(small.map((p) => p.payer))].map((payer) => {
		const own = small.filter((p) => p.payer === payer);
		return {
			payer: parties.all.get(payer)?.name,
			payer_id: payer,
			group: parties.all.get(payer)?.spells.at(-1)?.group ?? '',
			payees: String(new Set(own.map((p) => p.payee)).size),
			payouts: String(own.length),
			documented: String(own.filter((p) => p.certainty === 'documented').length),
			total: own.reduce((sum, p) => sum + BigInt(p.amount), 0n).toString(),
			...span(own),
		};
	});
	t.true(small.length > 20);
	t.deepEqual(sorted(await ask('small-payouts')), sorted(expected));
	const halves = await ask('small-payouts', { min: '7.5', max: '7.5' });
	t.is(
		halves.reduce((sum, row) => sum + Number(row.payouts), 0),
		small.filter((p) => p.amount === '750').length,
	);
});

neo4jTest('person-ledger has each movement of the accounts a person held, in the order of tracing', async (t) => {
	const { graph, person, id } = await leader();
	const expected = ledgerOf(graph, id);
	t.true(expected.length > 500);
	const rows = await graph.ask('person-ledger', { who: person });
	t.deepEqual(sorted(rows), sorted(expected));
	t.deepEqual([...new Set(rows.map((row) => row.transfer))], [...new Set(expected.map((row) => row.transfer))]);
});

neo4jTest('path-up leads from a commission to an overseas wallet, each step possible in time', async (t) => {
	const { ask, truth, findings, records, transfers } = await demo();
	const wallets = new Set(truth.overseas.map(({ wallet }) => wallet));
	const orders = truth.commissions.filter((one) => one.provable).map(({ order }) => order);
	const cashOuts = new Map(findings.cashOuts.map((one) => [one.id, one]));
	for (const order of [orders[100], orders[900], orders.at(-1)]) {
		const record = records.find((one) => one.keys.order === order)?.id ?? '';
		const packet = transfers.find((one) => one.records.includes(record));
		const rows = await ask('path-up', { transfer: packet?.id ?? '', width: '4' });
		t.true(rows.length > 2, order);
		for (const [index, row] of rows.entries()) {
			const next = rows[index + 1];
			if (row.step === '1') t.true(wallets.has(String(row.payer_account)));
			if (!next || next.step === '1') {
				t.is(row.transfer as string, packet?.id ?? '');
			} else if (next.cash_out !== '') {
				const { coins, yuan } = cashOuts.get(String(next.cash_out)) ?? {};
				t.true(coins?.includes(String(row.transfer)) && yuan?.includes(String(next.transfer)));
			} else {
				t.is(row.payee_account, next.payer_account);
				t.true(Number(row.time) <= Number(next.time));
			}
		}
	}
});

neo4jTest('shared-accounts finds the chat account that had another owner before', async (t) => {
	const graph = await demo();
	const rows = await graph.ask('shared-accounts');
	t.deepEqual([...new Set(rows.map(({ account }) => account))].sort(), sharedAccounts(graph).sort());
	t.true(rows.length > 0);
	t.true(rows.every(({ overlap }) => overlap === false));
});

neo4jTest('open-inferred-links has nothing where every sale is matched and no merge is uncertain', async (t) => {
	const graph = await demo();
	t.true(graph.findings.cashOuts.length > 0);
	t.deepEqual(await graph.ask('open-inferred-links'), []);
	t.deepEqual(
		counted(graph).filter((one) => !one.certain && one.asset === 'CNY'),
		[],
	);
});

neo4jTest('incomplete-histories lists files not read and accounts to be requested', async (t) => {
	const { ask, findings } = await demo();
	const asked = findings.todo.filter(({ code }) => code === 'request-return' || code === 'balance-gap');
	const rows = await ask('incomplete-histories');
	t.deepEqual(
		sorted(rows.map(({ what, subject, stake }) => ({ what, subject, stake }))),
		sorted([
			...findings.incomplete.map(({ code, facts }) => ({ what: code, subject: facts.file, stake: '0' })),
			...asked.map(({ code, subject, stake }) => ({ what: code, subject, stake })),
		]),
	);
	t.true(asked.length > 0 && findings.incomplete.length > 0);
});

neo4jTest('cash-outs-of-day finds the true sales of the day', async (t) => {
	const { ask, truth, findings } = await demo();
	for (const sale of truth.cashOuts.filter(({ matchable }) => matchable).slice(0, 5)) {
		const day = formatDay(Date.parse(sale.coinAt), CHINA);
		const rows = await ask('cash-outs-of-day', { day });
		const found = rows.filter(
			({ party, amount, quantity }) =>
				[party, amount, quantity].join() === [sale.core, sale.yuanFen, sale.quantity].join(),
		);
		t.is(found.length, 1, day);
		const same = findings.cashOuts.filter(
			(one) => formatDay(Math.min(one.coinInstant, one.yuanInstant), CHINA) === day,
		);
		t.is(rows.length, same.length);
	}
});

neo4jTest('above-yardstick names those whose true commissions reach it', async (t) => {
	const { ask, truth, findings } = await demo();
	const rows = await ask('above-yardstick', { min: '2000', figure: 'commissions' });
	const found = new Set(rows.map(({ person }) => person));
	for (const person of truth.people.filter(({ exact }) => exact))
		t.is(found.has(person.name), BigInt(person.commissionsFen) >= 200_000n, person.name);
	const kept = findings.people.filter((one) => BigInt(one.figures.kept?.value ?? '0') >= 500_000n);
	t.deepEqual(
		(await ask('above-yardstick', { min: '5000' })).map(({ id }) => id).sort(),
		kept.map(({ id }) => id).sort(),
	);
});

neo4jTest('one-side-only finds transfers whose other side has no row', async (t) => {
	const graph = await demo();
	const expected = oneSideOnly(graph, 100_000_00n);
	t.true(expected.length > 0);
	t.deepEqual(sorted(await graph.ask('one-side-only', { min: '100000' })), sorted(expected));
	t.is((await graph.ask('one-side-only')).length, oneSideOnly(graph, 0n).length);
});

neo4jTest('policies-compared has beside one another what the findings trace under each policy', async (t) => {
	const { ask, findings } = await demo();
	const expected = findings.people
		.filter((person) => person.tracedTotals.some((total) => total.asset === 'CNY'))
		.map((person) => ({
			name: person.name,
			role: person.role,
			asset: 'CNY',
			received: person.figures.received?.value ?? '',
			...Object.fromEntries(
				person.tracedTotals.filter(({ asset }) => asset === 'CNY').map(({ policy, value }) => [policy, value]),
			),
			party: person.id,
		}));
	t.true(expected.length > 50);
	t.deepEqual(sorted(await ask('policies-compared')), sorted(expected));
});

neo4jTest('bounds has what the findings say of each figure at least and at most', async (t) => {
	const { ask, findings } = await demo();
	for (const [figure, of] of [
		['received', 'received'],
		['passed-on', 'passedOn'],
	] as const) {
		const found = await ask('bounds', { figure });
		t.deepEqual(
			sorted(found.map(({ figure_id, documented, least, most }) => ({ figure_id, documented, least, most }))),
			sorted(
				findings.people.map(({ figures, bounds }) => ({
					figure_id: figures[figure]?.id ?? '',
					documented: figures[figure]?.value ?? '',
					least: bounds[of].least ?? null,
					most: bounds[of].most ?? null,
				})),
			),
		);
		t.true(found.every(({ cap }) => /\p{Script=Han}/u.test(String(cap))));
	}
});

neo4jTest('transfer-rows shows the row that has the order number', async (t) => {
	const { ask, truth, records, transfers, findings } = await demo();
	const { order } = truth.commissions.find((one) => one.provable) ?? {};
	const record = records.find((one) => one.keys.order === order);
	const transfer = transfers.find((one) => one.records.includes(record?.id ?? ''));
	for (const id of [transfer?.id ?? '', record?.id ?? '']) {
		const rows = await ask('transfer-rows', { transfer: id });
		t.deepEqual(rows.map((row) => row.record).sort(), [...(transfer?.records ?? [])].sort());
		t.true(rows.every((row) => String(row.raw).includes(order ?? '-')));
		const files = new Map(findings.evidence.files.map((file) => [file.hash, file.paths[0]]));
		for (const row of rows) t.is(files.get(String(row.hash)), row.file as string);
	}
});

neo4jTest('unlabelled-payers finds who paid members and is nobody yet', async (t) => {
	const graph = await demo();
	const expected = unlabelledPayers(graph);
	t.deepEqual(sorted(await graph.ask('unlabelled-payers')), sorted(expected));
	const tron = await graph.ask('unlabelled-payers', { network: 'tron' });
	t.deepEqual(sorted(tron), sorted(expected.filter(isOn('tron'))));
	const todo = graph.findings.todo.filter(
		({ code, subject }) => code === 'unlabelled-payer' && subject.startsWith('tron:'),
	);
	t.deepEqual(tron.map(({ account }) => account).sort(), todo.map(({ subject }) => subject).sort());
	t.true(tron.length > 0);
});

neo4jTest('commissions-by-day sums to the true commissions of each person', async (t) => {
	const { ask, truth, findings } = await demo();
	const rows = await ask('commissions-by-day');
	const exact = truth.people.filter((one) => one.exact && one.commissionsFen !== '0');
	t.true(exact.length > 30);
	for (const person of exact) {
		const id = findings.people.find((one) => one.name === person.name && one.identity === person.identity)?.id;
		const own = rows.filter((row) => row.payee_id === id);
		t.is(own.reduce((sum, row) => sum + BigInt(String(row.total)), 0n).toString(), person.commissionsFen, person.name);
		t.deepEqual(sorted(await ask('commissions-by-day', { who: id ?? '' })), sorted(own));
	}
});

neo4jTest('excluded-transfers lists each by its reason', async (t) => {
	const { ask, findings } = await demo();
	const rows = await ask('excluded-transfers');
	for (const { reason, transfers } of findings.merging.exclusions) {
		t.is(rows.filter((row) => row.reason === reason).length, transfers, reason);
		t.is((await ask('excluded-transfers', { reason })).length, transfers, reason);
	}
	t.is(
		rows.length,
		findings.merging.exclusions.reduce((sum, one) => sum + one.transfers, 0),
	);
});

neo4jTest('open-kinds lists payments between known parties whose purpose is open', async (t) => {
	const { ask, findings } = await demo();
	const open = findings.payouts.filter((one) => one.kind === 'open' && BigInt(one.amount) >= 10_000n);
	const rows = await ask('open-kinds', { min: '100' });
	t.deepEqual(
		sorted(rows.map(({ transfer, amount, certainty }) => ({ transfer, amount, certainty }))),
		sorted(open.map(({ id, amount, certainty }) => ({ transfer: id, amount, certainty }))),
	);
});

neo4jTest('seeds are what the overseas wallets truly paid', async (t) => {
	const { ask, truth } = await demo();
	const rows = await ask('seeds');
	t.deepEqual(
		sorted(rows.map(({ label, account, asset, total }) => ({ label, account, asset, total }))),
		sorted(truth.overseas.map(({ party, wallet, asset, total }) => ({ label: party, account: wallet, asset, total }))),
	);
});

neo4jTest('leads-against-pay tells reported, joined and paid leads of each person', async (t) => {
	const { ask, findings } = await demo();
	const rows = await ask('leads-against-pay');
	t.true(rows.length > 50);
	for (const row of rows) {
		const person = findings.people.find(({ id }) => id === row.id);
		const { reported, joined, paid } = row;
		t.deepEqual({ reported: Number(reported), joined: Number(joined), paid: Number(paid) }, { ...person?.leads });
		t.is(row.commission, person?.figures.commissions?.value ?? '0');
	}
});

neo4jTest(
	'commissions-without-leads lists those that no report and no join is behind, and each lead is behind one',
	async (t) => {
		const { ask, findings } = await demo();
		const lone = findings.payouts.filter(
			({ certainty, commission, backing }) =>
				certainty === 'documented' && commission !== '0' && backing?.statements.length === 0,
		);
		t.true(lone.length > 0);
		const rows = await ask('commissions-without-leads');
		t.deepEqual(
			sorted(rows.map(({ payout, commission, leads }) => ({ payout, commission, leads }))),
			sorted(lone.map(({ id, commission, leads }) => ({ payout: id, commission, leads: leads?.toString() ?? null }))),
		);
		const behind = findings.payouts.flatMap(({ backing }) => backing?.statements ?? []);
		t.is(new Set(behind).size, behind.length);
	},
);

neo4jTest('lead-rates tells what each person was paid for a lead over time', async (t) => {
	const { ask, findings } = await demo();
	const rows = await ask('lead-rates');
	t.is(rows.length, findings.people.flatMap(({ rates }) => rates).length);
	const person = findings.people.find(({ group, role }) => group === '第5组' && role === 'caller');
	const [own] = await ask('lead-rates', { who: person?.id ?? '' });
	t.like(own, { lowest: '700', highest: '700', stated: 'no' });
});

neo4jTest('paid-by-several finds who changed groups', async (t) => {
	const { ask, findings, parties } = await demo();
	const payers = new Map<string, Set<string>>();
	for (const { payer, payee, certainty } of findings.payouts)
		if (certainty === 'documented') payers.set(payee, (payers.get(payee) ?? new Set()).add(payer));
	const expected = [...payers].filter(([, list]) => list.size > 1);
	const rows = await ask('paid-by-several');
	t.deepEqual(rows.map((row) => row.payee_id).sort(), expected.map(([payee]) => payee).sort());
	for (const row of rows) {
		const names = [...(payers.get(String(row.payee_id)) ?? [])].map((id) => parties.all.get(id)?.name);
		t.deepEqual([...(row.payers as string[])].sort(), names.sort());
	}
	t.true(rows.length > 0);
});

neo4jTest('case-totals are those of the findings', async (t) => {
	const { ask, findings, truth } = await demo();
	const { inflow, kept, operating, unresolved } = findings.reconciliation;
	const members = String(truth.people.length);
	const expected = { name: findings.case.name, inflow, kept, operating, unresolved, members };
	t.like((await ask('case-totals'))[0], expected);
});

neo4jTest('every answer comes in the same order each time', async (t) => {
	const { graph, account } = await leader();
	for (const [name, given] of [
		['who-pays-whom', {}],
		['account-dealings', { account }],
		['one-side-only', {}],
	] as const)
		t.deepEqual(await graph.ask(name, given), await graph.ask(name, given), name);
	t.truthy(holder(graph, account, Number.POSITIVE_INFINITY));
});

const LISTS_OF_INPUTS = ['INPUTS.sha256', 'SHA256SUMS', 'manifest.json', 'provenance.jsonld'];

neo4jTest('the reports of a case in Neo4j are those of a case in a file, byte for byte', async (t) => {
	const { folder } = await demo();
	const { files } = await makeDemo({ seed: 1 });
	const other = await scratchFolder(t);
	await writeFiles(other, files);
	await runCase(other, { program: 'liuxiang test', dryRun: false, onProgress: () => {} });
	const names = (await readdir(join(other, 'reports', 'latest'))).sort();
	t.true(names.includes('findings.json'));
	t.deepEqual((await readdir(join(folder, 'reports', 'latest'))).sort(), names);
	for (const name of names) {
		// What went in is not the same: case.yaml names the store.
		if (LISTS_OF_INPUTS.includes(name)) continue;
		const [one, same] = [folder, other].map((root) => readFile(join(root, 'reports', 'latest', name)));
		t.true((await one)?.equals((await same) ?? Buffer.alloc(0)), name);
	}
});

neo4jTest(
	'proposed-roles and proposed-superiors say what the findings propose, accounts of nobody known first',
	async (t) => {
		const { ask, findings } = await demo();
		const { roles, superiors, units } = findings.hierarchy;
		const label = (unit: string) => units.find(({ id }) => id === unit)?.label;
		const asked = await ask('proposed-roles');
		t.deepEqual(
			sorted(asked.map(({ unit, role, name }) => ({ unit, role, name }))),
			sorted(roles.map(({ unit, role }) => ({ unit, role, name: label(unit) }))),
		);
		t.deepEqual([asked[0]?.listed, asked.at(-1)?.listed], [false, true]);
		const [nobody] = units.filter(({ party, id }) => party === '' && roles.some(({ unit }) => unit === id));
		t.is((await ask('proposed-roles', { who: nobody?.id ?? '' })).length, 1);
		t.deepEqual(
			sorted((await ask('proposed-superiors')).map(({ above, unit }) => ({ above, unit }))),
			sorted(superiors.map(({ unit, superior }) => ({ above: superior, unit }))),
		);
		const [moved] = findings.hierarchy.moves;
		const of = await ask('proposed-superiors', { who: label(moved?.unit ?? '') ?? '' });
		t.is(of.filter(({ unit }) => unit === moved?.unit).length, 2);
		if (process.env.SHOW) t.log(JSON.stringify([asked[0], of]));
	},
);
