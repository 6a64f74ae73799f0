import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CellObject, read, utils, write } from '@e965/xlsx';
import test from 'ava';
import type { Findings } from '../../src/findings/schema.ts';
import { writeAdoption } from '../../src/ledger/adoption.ts';
import { chosenIn } from '../../src/run/deciding/choice-words.ts';
import { openQuestions } from '../../src/run/questions/open.ts';
import { runCase } from '../../src/run/run-case.ts';
import { DECISIONS_HEADER } from '../../src/sources/decisions-file.ts';
import { liuxiang } from '../cli/terminal.ts';
import { run, sharedFolder, writeFiles } from './folders.ts';
import { CORE_CARD, OTHER_CALLER_CHAT, smallCase } from './small-case.ts';

const root = await sharedFolder(test);
let plain: Findings;

test.before(async () => {
	plain = await decided('plain', []);
});

/** Findings of the small case with lines of decisions.csv: subject, act, value. */
async function decided(name: string, lines: readonly (readonly [string, string, string?])[]): Promise<Findings> {
	const folder = join(root, name);
	const text = lines.map(([subject, act, value]) => `${subject},${act},${value ?? ''},李检,核对笔录,2024-01-01,`);
	await writeFiles(folder, [...smallCase(), ['decisions.csv', `${[DECISIONS_HEADER, ...text].join('\n')}\n`]]);
	const options = { program: 'liuxiang test', dryRun: true, onProgress: () => {} };
	return (await runCase(folder, options)).findings;
}

/** `演示丙 received`: `33000`, of all figures that are not zero. */
function figuresOf({ people, reconciliation }: Findings): Map<string, string> {
	const figures = people.flatMap(({ name, figures }) =>
		Object.entries(figures).map(([figure, { value }]) => [`${name} ${figure}`, value] as const),
	);
	const { inflow, unresolved } = reconciliation;
	return new Map([...figures, ['case inflow', inflow], ['case unresolved', unresolved]]);
}

/** Figures that are not as they were without decisions. */
function changed(findings: Findings): Record<string, string> {
	const before = figuresOf(plain);
	return Object.fromEntries([...figuresOf(findings)].filter(([key, value]) => before.get(key) !== value).sort());
}

/** The payout of so many fen. */
function payout(fen: string): string {
	return plain.payouts.find((one) => one.amount === fen)?.id ?? '';
}

test('without decisions the figures are those worked out by hand', (t) => {
	const figures = Object.fromEntries([...figuresOf(plain)].filter(([, value]) => value !== '0'));
	t.deepEqual(figures, {
		// 7,000 for 1,000 coins, and twice 3,500 for 500: which of the two came for which is open, that both did is not.
		'演示甲 received': '1400000',
		'演示甲 passed-on': '300000',
		'演示甲 kept': '1100000',
		'演示甲 cash-outs': '1400000',
		'演示乙 received': '300000',
		'演示乙 passed-on': '53000',
		'演示乙 kept': '247000',
		'演示乙 funding': '300000',
		'演示丙 received': '33000',
		'演示丙 kept': '33000',
		'演示丙 wages': '20000',
		'演示丙 commissions': '13000',
		'演示丁 received': '20000',
		'演示丁 kept': '20000',
		'演示丁 wages': '20000',
		'case inflow': '1400000',
	});
});

test('a disputed payout leaves the pay of both sides and stands apart', async (t) => {
	const findings = await decided('dispute', [[payout('2500'), '存疑']]);
	t.deepEqual(changed(findings), {
		'演示丙 commissions': '10500',
		'演示丙 disputed': '2500',
		'演示丙 kept': '30500',
		'演示丙 received': '30500',
		'演示乙 disputed': '2500',
		'演示乙 kept': '249500',
		'演示乙 passed-on': '50500',
	});
	t.true(findings.reconciliation.balances);
});

test('a kind that a person gives moves the amount into its column', async (t) => {
	const findings = await decided('kind', [[payout('6000'), '定性', 'loan']]);
	t.deepEqual(changed(findings), {
		'演示丙 commissions': '7000',
		'演示丙 kept': '27000',
		'演示丙 loans-in': '6000',
		'演示丙 received': '27000',
		'演示乙 kept': '253000',
		'演示乙 loans-out': '6000',
		'演示乙 passed-on': '47000',
	});
});

test('a kind that there is not is refused with its cell', async (t) => {
	await t.throwsAsync(decided('no-kind', [[payout('6000'), '定性', 'gift']]), {
		code: 'case.cell',
	} as object);
});

test('a split merge counts as two payments, and withdrawing the split joins them again', async (t) => {
	const merged = plain.todo.find((item) => item.code === 'uncertain-merge')?.subject ?? '';
	const findings = await decided('split', [[merged, '拆分']]);
	t.deepEqual(changed(findings), {
		'演示甲 kept': '800000',
		'演示甲 passed-on': '600000',
		'演示乙 funding': '600000',
		'演示乙 kept': '547000',
		'演示乙 received': '600000',
	});
	t.is(findings.merging.transfers, plain.merging.transfers + 1);
	const withdrawn = await decided('split-withdrawn', [
		[merged, '拆分'],
		[merged, '撤回'],
	]);
	t.deepEqual(withdrawn, plain);
});

test('a confirmed cash-out counts, and frees what its rivals left', async (t) => {
	const [first] = plain.cashOuts.filter((one) => one.status === 'proposed');
	const findings = await decided('confirm', [[first?.id ?? '', '确认']]);
	t.like(
		findings.cashOuts.find((one) => one.id === first?.id),
		{ status: 'confirmed', grade: 'inferred' },
	);
	// The other coins and the other yuan now fit each other alone; what came in stays the same.
	t.deepEqual(
		findings.cashOuts
			.filter((one) => one.status === 'accepted')
			.map(({ pairing, fen }) => [pairing, fen])
			.sort(),
		[
			['one', '350000'],
			['one', '700000'],
		],
	);
	t.deepEqual(changed(findings), {});
});

test('a rejected cash-out counts no longer', async (t) => {
	const accepted = plain.cashOuts.find((one) => one.status === 'accepted' && one.pairing === 'one');
	const findings = await decided('reject', [[accepted?.id ?? '', '否定']]);
	t.deepEqual(changed(findings), {
		'case inflow': '700000',
		'演示甲 cash-outs': '700000',
		'演示甲 kept': '400000',
		'演示甲 open-in': '700000',
		'演示甲 received': '700000',
	});
	t.true(findings.unmatched.coins.includes(accepted?.coins[0] ?? ''));
});

test('an account whose claim was withdrawn is nobody’s, and stays on the list', async (t) => {
	const findings = await decided('claim', [[OTHER_CALLER_CHAT, '撤回']]);
	t.deepEqual(changed(findings), {
		'演示丁 kept': '0',
		'演示丁 received': '0',
		'演示丁 wages': '0',
		'演示乙 kept': '267000',
		'演示乙 open-out': '20000',
		'演示乙 passed-on': '33000',
	});
	const person = findings.people.find((one) => one.name === '演示丁');
	t.like(person?.accounts[0], { account: OTHER_CALLER_CHAT, withdrawn: true });
});

const undone: readonly (readonly [string, (subject: string) => readonly (readonly [string, string, string?])[]])[] = [
	[
		'a dispute',
		() => [
			[payout('2500'), '存疑'],
			[payout('2500'), '撤回'],
		],
	],
	[
		'a kind',
		() => [
			[payout('6000'), '定性', 'loan'],
			[payout('6000'), '撤回'],
		],
	],
	[
		'a confirmed cash-out',
		(c) => [
			[c, '确认'],
			[c, '撤回'],
		],
	],
	[
		'a rejected cash-out',
		(c) => [
			[c, '否定'],
			[c, '撤回'],
		],
	],
	[
		'a withdrawn claim',
		() => [
			[OTHER_CALLER_CHAT, '撤回'],
			[OTHER_CALLER_CHAT, '确认'],
		],
	],
];

for (const [title, lines] of undone) {
	test(`${title} that was withdrawn leaves the findings as they were`, async (t) => {
		const [first] = plain.cashOuts;
		t.deepEqual(await decided(`undone ${title}`, lines(first?.id ?? '')), plain);
	});
}

test('a decision on nothing, one without effect, and two that contradict one another are never silent', async (t) => {
	const [accepted] = plain.cashOuts.filter((one) => one.status === 'accepted' && one.pairing === 'one');
	const findings = await decided('doubtful', [
		['t000000000000000000000000', '存疑'],
		[accepted?.id ?? '', '定性', 'loan'],
		[payout('6000'), '定性', 'loan'],
		[payout('6000'), '定性', 'private'],
		['q0000000000000000', '确认', 'account=wechat:wxid_x; party=p000000000000; name=无此人'],
		['t111111111111111111111111', '存疑'],
		['t111111111111111111111111', '撤回'],
	]);
	const doubts = findings.todo.filter(({ code }) => code.startsWith('decision'));
	t.deepEqual(
		doubts.map(({ code, subject, stake, facts }) => [code, subject, stake, facts.line ?? facts.lines]),
		[
			['decision-without-effect', accepted?.id ?? '', '700000', 3],
			['decisions-contradict', payout('6000'), '6000', '4、5'],
			['decision-lost', 'q0000000000000000', '0', 6],
			['decision-lost', 't000000000000000000000000', '0', 2],
		],
	);
});

test('what a person adopts from the list holds with that person as its source; what they reject is not asked again', async (t) => {
	const files = [...smallCase()].map(([path, text]): [string, string] => [
		path,
		path === 'accounts.csv'
			? text
					.split('\n')
					.filter((line) => !line.includes(OTHER_CALLER_CHAT))
					.join('\n')
			: text,
	]);
	const about = async (name: string, lines: readonly string[]) => {
		const folder = join(root, name);
		await writeFiles(folder, [...files, ['decisions.csv', `${[DECISIONS_HEADER, ...lines].join('\n')}\n`]]);
		return (await runCase(folder, { program: 'liuxiang test', dryRun: true, onProgress: () => {} })).findings;
	};
	const party = plain.people.find((one) => one.name === '演示丁')?.id ?? '';
	const value = writeAdoption({ account: OTHER_CALLER_CHAT, party, name: '演示丁', role: 'caller' });
	const adopted = await about('adopted', [`q0123456789abcdef,确认,${value},李检,本人指认,2024-01-01,`]);
	const person = adopted.people.find((one) => one.name === '演示丁');
	t.is(person?.figures.wages?.value, '20000');
	t.like(person?.accounts[0], { account: OTHER_CALLER_CHAT, grade: 'uses', source: 'decisions.csv:2 李检：本人指认' });
	// Whom people.csv lists keeps the role that it says.
	t.is(person?.spells.length, 1);
	t.deepEqual(
		adopted.todo.filter(({ code }) => code.startsWith('decision')),
		[],
	);
	// Somebody new becomes a member in the role that was proposed.
	const stranger = writeAdoption({ account: OTHER_CALLER_CHAT, party: '', name: '演示戊', role: 'caller' });
	const joined = await about('joined', [`q0123456789abcdef,确认,${stranger},李检,本人指认,2024-01-01,`]);
	t.like(
		joined.people.find((one) => one.name === '演示戊'),
		{ role: 'caller', spells: [{ roleText: '话务' }] },
	);
	const open = await about('unadopted', []);
	const [point] = open.todo;
	const rejected = await about('rejected', [`${point?.id},否定,,李检,与本案无关,2024-01-01,`]);
	t.deepEqual(
		rejected.todo.map(({ id }) => id),
		open.todo.slice(1).map(({ id }) => id),
	);
	t.like(rejected.todoRejected, [{ id: point?.id, by: '李检', why: '与本案无关', line: 2 }]);
	t.deepEqual(figuresOf(rejected), figuresOf(open));
});

test('decide writes a line that the next run obeys, and why shows it', async (t) => {
	const folder = join(root, 'decide');
	await writeFiles(folder, smallCase());
	await run(folder);
	const id = payout('2500');
	const asked = ['decide', id, folder, '--dispute', '--by', '李检', '--why', '受害人否认', '--json'];
	const { code, out } = await liuxiang(asked);
	t.is(code, 0);
	t.like(JSON.parse(out), { subject: id, act: 'dispute', by: '李检' });
	t.regex(await readFile(join(folder, 'decisions.csv'), 'utf8'), new RegExp(`${id},dispute,,李检,受害人否认,`));
	const { findings } = await run(folder);
	t.is(findings.people.find((one) => one.name === '演示丙')?.figures.disputed?.value, '2500');
	const questions = await openQuestions(folder);
	t.teardown(() => questions.close());
	t.like((await questions.why(id)).facts, { kind: 'disputed', by: '李检', why: '受害人否认' });
});

/** The review sheet of a case, filled in by another program than ours: cells by the head of their column, by row. */
async function fill(path: string, to: string, cells: (row: Record<string, string>) => Record<string, CellObject>) {
	const book = read(await readFile(path), { cellDates: true });
	const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
	const rows = utils.sheet_to_json<Record<string, string>>(sheet, { raw: false, defval: '' });
	const heads = utils.sheet_to_json<string[]>(sheet, { header: 1 })[0] ?? [];
	rows.forEach((row, index) => {
		for (const [head, cell] of Object.entries(cells(row)))
			sheet[utils.encode_cell({ r: index + 1, c: heads.indexOf(head) })] = cell;
	});
	await writeFile(to, write(book, { type: 'buffer', bookType: 'xlsx' }));
	return rows;
}

const said = (v: string): CellObject => ({ t: 's', v });

/** The small case with a third payment of 3,500: which two of the three came for the coins cannot be told. */
function unclearCase(): Map<string, string> {
	const files = new Map(smallCase());
	const bank = 'evidence/core-bank.csv';
	const row = `2023-03-05 10:15:00,bank:6230000000000000944,${CORE_CARD},3500.00,A5`;
	return files.set(bank, `${files.get(bank)}${row}\n`);
}

test.serial('a review sheet with anything wrong in it is refused whole, cell by cell', async (t) => {
	const folder = join(root, 'sheet');
	await writeFiles(folder, unclearCase());
	await run(folder);
	const [path, filled] = [join(root, 'review.xlsx'), join(root, 'wrong.xlsx')];
	t.is((await liuxiang(['todo', folder, '--xlsx', path])).code, 0);
	t.is((await liuxiang(['todo', folder, '--xlsx', path])).code, 2);
	const wrong: readonly Record<string, CellObject>[] = [
		{ 决定: said('同意'), 理由: said('x'), 决定人: said('李检') },
		{ 决定: said('驳回'), 决定人: said('李检') },
		{ 决定: said('驳回'), 理由: said('x') },
		{ 理由: said('x'), 决定人: said('李检') },
		{ 决定: said('驳回'), 理由: said('x'), 决定人: said('李检'), 决定日期: said('2024-02-30') },
		{ 决定: said('驳回'), 理由: said('x'), 决定人: said('李检'), 校验: said('000000000000') },
		{ 决定: said('拆分'), 理由: said('x'), 决定人: said('李检') },
	];
	let next = 0;
	const rows = await fill(path, filled, () => wrong[next++] ?? {});
	t.is(rows.length, wrong.length);
	const { code, err, out } = await liuxiang(['decide', '--from', filled, folder, '--lang', 'zh']);
	t.is(code, 2);
	t.is(out, '');
	for (const cell of [
		'待办!I2：“同意”',
		'待办!K3',
		'待办!L4',
		'待办!I5',
		'待办!M6：“2024-02-30”',
		'待办!P7',
		'待办!I8：“拆分”',
	])
		t.true(err.includes(cell), `${cell}\n${err}`);
	await t.throwsAsync(readFile(join(folder, 'decisions.csv')), { code: 'ENOENT' });
	t.notRegex(err, /‹|undefined|\[review/);
});

test.serial('a review sheet that was filled in reads back as decisions, once', async (t) => {
	const folder = join(root, 'sheet');
	const { findings } = await run(folder);
	const [path, filled] = [join(root, 'review.xlsx'), join(root, 'filled.xlsx')];
	const merge = findings.todo.find((item) => item.code === 'uncertain-merge');
	const cashOut = findings.todo.find((item) => item.code === 'proposed-cash-out');
	const option = cashOut?.options?.[1];
	const asked = findings.todo.find((item) => item.code === 'request-return');
	const by = { 决定人: said('李检'), 理由: said('核对　原件 ') };
	const rows = await fill(path, filled, ({ 编号 }): Record<string, CellObject> => {
		if (编号 === merge?.id) return { 决定: said('确认 '), ...by, 决定日期: { t: 'n', v: 45_292 } };
		if (编号 === cashOut?.id)
			return { 决定: said(`确认　${option?.subject}（${option?.label}）`), ...by, 复核人: said('王科') };
		if (编号 === asked?.id) return { 决定: said('驳回'), ...by, 决定日期: said('２０２４．１．２') };
		return {};
	});
	t.is(rows.length, findings.todo.length);
	t.regex(rows.find((row) => row.编号 === merge?.id)?.依据 ?? '', /core-bank\.csv \| 5[\s\S]*leader-bank\.csv \| 2/);
	const first = await liuxiang(['decide', '--from', filled, folder, '--json']);
	t.is(first.code, 0, first.err);
	t.like(JSON.parse(first.out), { already: 0, empty: rows.length - 3 });
	const lines = (await readFile(join(folder, 'decisions.csv'), 'utf8')).split('\r\n').slice(1, -1);
	t.deepEqual(
		lines.map((line) => line.replace(/\d{4}-\d\d-\d\dT[^,]*/, 'now')).sort(),
		[
			`${asked?.id},reject,request-return ${asked?.subject},李检,核对　原件,2024-01-02,`,
			`${option?.subject},confirm,,李检,核对　原件,now,王科`,
			`${merge?.subject},confirm,,李检,核对　原件,2024-01-01,`,
		].sort(),
	);
	const again = await liuxiang(['decide', '--from', filled, folder, '--json']);
	t.deepEqual(JSON.parse(again.out), { decisions: [], already: 3, empty: rows.length - 3 });
	const after = (await run(folder)).findings;
	const left = new Set(after.todo.map(({ id }) => id));
	for (const point of [merge, cashOut, asked]) t.false(left.has(point?.id ?? ''));
	t.is(after.todoRejected[0]?.id, asked?.id);
	t.is(after.cashOuts.find(({ id }) => id === option?.subject)?.status, 'confirmed');
	// Its points are settled now: applied a third time, the sheet still says nothing new.
	t.like(JSON.parse((await liuxiang(['decide', '--from', filled, folder, '--json'])).out), {
		decisions: [],
		already: 3,
	});
	const other = await fill(
		path,
		join(root, 'late.xlsx'),
		({ 编号 }): Record<string, CellObject> => (编号 === merge?.id ? { 决定: said('拆分'), ...by } : {}),
	);
	t.is(other.length, rows.length);
	const late = await liuxiang(['decide', '--from', join(root, 'late.xlsx'), folder]);
	t.regex(late.err, /no longer has this point/);
});

test('a cell of the sheet is read however it was typed', (t) => {
	t.deepEqual(chosenIn('性质＝借款'), { act: 'kind', option: '', kind: 'loan' });
	t.deepEqual(chosenIn(' Kind = loan '), { act: 'kind', option: '', kind: 'loan' });
	t.deepEqual(chosenIn('否定 a0123456789abcdef（演示乙）'), { act: 'reject', option: 'a0123456789abcdef', kind: '' });
	for (const none of ['性质', '性质=工钱', '确认吧', '驳回 演示乙', '']) t.is(chosenIn(none), undefined);
});

test.serial('what makes no sense for its subject is refused, with what would', async (t) => {
	const folder = join(root, 'sheet');
	const problem = async (...args: readonly string[]) => {
		const { err } = await liuxiang([
			'decide',
			args[0] ?? '',
			folder,
			...args.slice(1),
			'--by',
			'李检',
			'--why',
			'x',
			'--json',
		]);
		return err === '' ? '' : JSON.parse(err).problem.code;
	};
	const cashOut = plain.cashOuts[0]?.id ?? '';
	t.is(await problem(cashOut, '--split'), 'decide.act');
	t.is(await problem(cashOut, '--withdraw'), 'decide.nothing-to-withdraw');
	t.is(await problem(OTHER_CALLER_CHAT, '--kind', 'loan'), 'decide.act');
	t.is(await problem(plain.cashOuts[0]?.coins[0] ?? '', '--kind', 'loan'), 'decide.coins');
	t.is(await problem(payout('6000'), '--split'), 'decide.single');
	t.is(await problem(payout('6000'), '--reject'), 'decide.reject-transfer');
	t.is(await problem(payout('6000'), '--confirm'), 'decide.nothing-to-confirm');
	t.is(await problem('bank:6230000000000000911', '--reject'), 'decide.no-claim');
});

test('decide refuses what the case does not know', async (t) => {
	const folder = join(root, 'unknown');
	await writeFiles(folder, smallCase());
	await run(folder);
	const { code, err } = await liuxiang([
		'decide',
		'无此人',
		folder,
		'--reject',
		'--by',
		'李检',
		'--why',
		'x',
		'--json',
	]);
	t.is(code, 2);
	t.is(JSON.parse(err).problem.code, 'account.unknown');
});
