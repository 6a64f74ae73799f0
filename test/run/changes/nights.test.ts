import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { appendFile, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import anyTest, { type TestFn } from 'ava';
import { changesSchema } from '../../../src/findings/changes/schema.ts';
import { reportChanges } from '../../../src/run/changes/report-changes.ts';
import { changesOf, lastChanges } from '../../../src/run/changes/show-changes.ts';
import { type GuardedResult, guardedRun } from '../../../src/run/guarded-run.ts';
import { DECISIONS_HEADER } from '../../../src/sources/decisions-file.ts';
import { hashesBelow, rowsOf, sharedFolder, writeFiles } from '../folders.ts';
import { machine, processOn } from '../lock/machine.ts';
import { CALLER_CHAT, LEADER_CARD, smallCase } from '../small-case.ts';

const test = anyTest.serial as TestFn;
const root = await sharedFolder(test);
const DAY = 86_400_000;
/** Of the first night, one in the morning in China. */
const FIRST = Date.UTC(2023, 5, 1, -7);
const files = smallCase();
const CHAT = 'evidence/chat.csv';
const BANK = 'evidence/leader-bank.csv';
const MEASURES = `  - name: measures
    when: [措施, 对象, 账户, 数额, 文书, 起始, 终止]
    yields: measures
    network: bank
    columns: { kind: 措施, person: 对象, account: 账户, amount: 数额, document: 文书, from: 起始, until: 终止 }
`;
const chat = files.get(CHAT) as string;
files.set('case.yaml', `${files.get('case.yaml')}${MEASURES}`);

/** A run in the night of a day, counted from the first. */
async function night(folder: string, day: number, failOnChange = false): Promise<GuardedResult> {
	let time = FIRST + day * DAY;
	return await guardedRun(folder, {
		self: processOn(machine(), 41),
		now: () => (time += 1000),
		...{ command: 'run', trigger: 'schedule', program: 'liuxiang test', failOnChange, onProgress: () => {} },
	});
}

function countsOf({ report }: GuardedResult): Record<string, number> {
	return Object.fromEntries(Object.entries(report.changes.counts).filter(([, count]) => count > 0));
}

/** `演示丙 received`: [was, is]. */
function figuresOf({ report }: GuardedResult): Record<string, (string | undefined)[]> {
	const { changed } = report.changes.people;
	const all = changed.flatMap(({ name, figures }) => figures.map((one) => [`${name} ${one.name}`, [one.was, one.is]]));
	return Object.fromEntries(all);
}

function alarmsOf({ report }: GuardedResult): string[] {
	return report.changes.alarms.map(({ code, facts, fresh }) =>
		[code, facts.file ?? facts.until ?? facts.by, fresh].join(' '),
	);
}

test('a case that grows from night to night: each report tells what is new since the last, and nothing twice', async (t) => {
	const folder = join(root, 'grows');
	await writeFiles(
		folder,
		[...files].filter(([path]) => path !== CHAT && path !== BANK),
	);

	const first = await night(folder, 0, true);
	t.is(first.report.changes.basis, 'first');
	t.deepEqual(countsOf(first), {});
	t.is(first.exit, 0, 'a first run is no change');
	t.is((await lastChanges(folder)).transfers.after, 8);

	const same = await night(folder, 1, true);
	t.false(same.report.changes.changed);
	t.deepEqual([same.report.folder, same.exit], ['', 0]);

	await writeFiles(folder, [[CHAT, chat]]);
	const payouts = await night(folder, 2, true);
	t.is(payouts.exit, 1);
	t.deepEqual(countsOf(payouts), {
		...{ transfers_new: 4, people_changed: 3, figures_changed: 10, files_added: 1 },
	});
	// 245 = a day at 200 and nine leads at 5; 25 and 60 are five and twelve leads; the other caller got a day.
	t.deepEqual(figuresOf(payouts), {
		'演示乙 passed-on': ['0', '53000'],
		'演示乙 kept': ['300000', '247000'],
		'演示丙 received': ['0', '33000'],
		'演示丙 kept': ['0', '33000'],
		'演示丙 commissions': ['0', '13000'],
		'演示丙 wages': ['0', '20000'],
		'演示丙 leads-paid': ['0', '26'],
		'演示丁 received': ['0', '20000'],
		'演示丁 kept': ['0', '20000'],
		'演示丁 wages': ['0', '20000'],
	});
	t.deepEqual(payouts.report.changes.transfers.new.sums, [{ asset: 'CNY', count: 4, amount: '53000' }]);
	const rows = await rowsOf<{ change: string; is: { amount: string } }>(join(payouts.report.folder, 'transfers.jsonl'));
	t.deepEqual(
		rows.map(({ change, is }) => `${change} ${is.amount}`),
		['new 24500', 'new 2500', 'new 20000', 'new 6000'],
	);
	changesSchema.parse(JSON.parse(await readFile(join(payouts.report.folder, 'changes.json'), 'utf8')));

	// The 3,000 of the core member's bank now stand in the leader's bank's file too; a decision and a freeze are added.
	const frozen = (until: string) =>
		`措施,对象,账户,数额,文书,起始,终止\n冻结,演示乙,${LEADER_CARD},3000,冻1号,2022-12-20,${until}\n`;
	const decision = `${payouts.report.changes.transfers.new.largest.at(-1)?.id},争议,,李检,受害人否认,2023-06-03,`;
	await writeFiles(folder, [
		[BANK, files.get(BANK) as string],
		['evidence/frozen.csv', frozen('2023-06-20')],
		['decisions.csv', `${DECISIONS_HEADER}\n${decision}\n`],
	]);
	const more = await night(folder, 3);
	const { transfers, decisions, freezes } = more.report.changes;
	t.deepEqual([transfers.new.count, transfers.vanished.count, transfers.changed.count], [0, 0, 1]);
	t.deepEqual(transfers.changed.largest[0]?.fields.slice(0, 1), [
		{ field: 'grade', was: 'one-ledger', is: 'both-sides' },
	]);
	t.deepEqual(
		decisions.added.map(({ by, act }) => `${by} ${act}`),
		['李检 dispute'],
	);
	t.deepEqual(figuresOf(more)['演示丙 disputed'], ['0', '2500']);
	t.deepEqual(alarmsOf(more), ['freeze-lapses 2023-06-20 true']);
	t.deepEqual(
		freezes.map(({ days, fresh }) => [days, fresh]),
		[[16, true]],
	);

	const nextDay = await night(folder, 4);
	t.deepEqual([nextDay.report.changes.changed, alarmsOf(nextDay)], [false, ['freeze-lapses 2023-06-20 false']]);

	// It lapses, which is news though no file changed; then the evidence shows that it was renewed.
	t.deepEqual(alarmsOf(await night(folder, 21)), ['freeze-lapsed 2023-06-20 true']);
	await writeFiles(folder, [['evidence/renewed.csv', frozen('2023-12-20')]]);
	t.deepEqual(alarmsOf(await night(folder, 22)), []);
});

test('altered evidence is an alarm until its first bytes are back or somebody registers the new ones; a detour hides nothing', async (t) => {
	const folder = join(root, 'altered');
	await writeFiles(folder, [
		...files,
		['decisions.csv', `${DECISIONS_HEADER}\n${CALLER_CHAT},确认,,李检,核对,2023-06-01,\n`],
	]);
	await night(folder, 0);

	await writeFile(join(folder, CHAT), chat.replace(',25.00,W2', ',35.00,W2'));
	const altered = await night(folder, 1);
	t.deepEqual([altered.exit, alarmsOf(altered)], [1, ['file-altered evidence/chat.csv true']]);
	t.deepEqual(figuresOf(altered)['演示丙 received'], ['33000', '34000']);
	const [row] = altered.report.changes.transfers.changed.largest;
	t.deepEqual(row?.fields[0], { field: 'amount', was: '2500', is: '3500' });

	const later = await night(folder, 2);
	t.deepEqual([later.exit, later.report.folder, alarmsOf(later)], [1, '', ['file-altered evidence/chat.csv false']]);

	await rm(join(folder, CHAT));
	const gone = await night(folder, 3);
	t.deepEqual(alarmsOf(gone), ['file-removed evidence/chat.csv true']);
	t.is(gone.report.changes.transfers.vanished.count, 4);

	await writeFile(join(folder, CHAT), chat.replace(',60.00,W4', ',65.00,W4'));
	const detour = await night(folder, 4);
	t.deepEqual(alarmsOf(detour), ['file-altered evidence/chat.csv true']);

	const hash = detour.report.changes.files.find(({ path }) => path === CHAT)?.is;
	await writeFile(join(folder, 'evidence.csv'), `文件,持有人,校验值\nchat.csv,,${hash}\n`);
	// Somebody changes what was decided, too.
	const text = await readFile(join(folder, 'decisions.csv'), 'utf8');
	await writeFile(join(folder, 'decisions.csv'), text.replace('李检', '王检'));
	const registered = await night(folder, 5);
	t.deepEqual(alarmsOf(registered), ['decision-gone 李检 true']);
	const last = await night(folder, 6);
	t.deepEqual([last.exit, alarmsOf(last), last.report.changes.changed], [0, [], false]);
});

test('moving an altered file ends no alarm, its first bytes do; who signed a decision is told though no figure moves', async (t) => {
	const folder = join(root, 'moved');
	const signed = (by: string) => `${DECISIONS_HEADER}\n${CALLER_CHAT},确认,,${by},核对,2023-06-01,\n`;
	await writeFiles(folder, [...files, ['decisions.csv', signed('李检')]]);
	await night(folder, 0);
	const moved = join(folder, 'evidence/talk.csv');
	await writeFile(join(folder, CHAT), chat.replace(',25.00,W2', ',35.00,W2'));
	t.deepEqual(alarmsOf(await night(folder, 1)), ['file-altered evidence/chat.csv true']);
	await rename(join(folder, CHAT), moved);
	const elsewhere = await night(folder, 2);
	t.deepEqual([elsewhere.exit, alarmsOf(elsewhere)], [1, ['file-altered evidence/talk.csv false']]);
	await writeFile(moved, chat.replace(',25.00,W2', ',45.00,W2'));
	const again = await night(folder, 3);
	t.deepEqual(alarmsOf(again), ['file-altered evidence/talk.csv true']);
	t.is(again.report.changes.alarms[0]?.facts.was, hash('sha256', chat), 'those that were read first');
	await writeFile(moved, chat);
	const back = await night(folder, 4);
	t.deepEqual([back.exit, alarmsOf(back), back.report.changes.counts.files_altered], [0, [], 1]);

	await writeFile(join(folder, 'decisions.csv'), signed('王检'));
	const other = await night(folder, 5);
	const { before, after, decisions } = other.report.changes;
	t.is(before?.run, after.run);
	t.deepEqual([other.exit, alarmsOf(other)], [1, ['decision-gone 李检 true']]);
	t.is(decisions.added[0]?.by, '王检');
});

test('a report that was not settled is told again under its own id; a base that is not there is an alarm and not a first run', async (t) => {
	const folder = join(root, 'killed');
	await writeFiles(
		folder,
		[...files].filter(([path]) => path !== CHAT),
	);
	const before = await night(folder, 0);
	await writeFiles(folder, [[CHAT, chat]]);
	const after = await night(folder, 1);
	// As it lay before the report of the second run was settled.
	const base = join(folder, 'changes/base');
	const settled = JSON.parse(await readFile(base, 'utf8'));
	await writeFile(base, JSON.stringify({ ...settled, run: basename(before.folder), report: before.report.id }));
	const again = await reportChanges(folder, {
		id: '20230602T170000000Z-x',
		run: basename(after.folder),
		now: FIRST + DAY,
	});
	t.is(again.id, after.report.id);
	t.deepEqual(again.changes, after.report.changes);
	await again.settle();
	t.deepEqual(JSON.parse(await readFile(base, 'utf8')), settled);

	// What a run left that was killed in the middle of a report is swept away.
	await writeFiles(folder, [['changes/.20230603T170000000Z-y.part/changes.json', '{']]);
	await appendFile(join(folder, 'people.csv'), '演示戊,,,话务,一组,演示乙,虚构\n');
	const next = await night(folder, 2);
	t.deepEqual(
		next.report.changes.people.come.map(({ name }) => name),
		['演示戊'],
	);
	t.deepEqual(
		(await readdir(join(folder, 'changes'))).filter((name) => name.startsWith('.')),
		[],
	);

	await rm(next.folder, { recursive: true });
	await writeFile(base, JSON.stringify({ ...JSON.parse(await readFile(base, 'utf8')), run: 'run-000000000000' }));
	const lost = await night(folder, 3);
	t.deepEqual(
		lost.report.changes.alarms.map(({ code, facts }) => [code, facts.reason]),
		[['base-unusable', 'missing']],
	);
	t.is(lost.report.changes.transfers.new.count, 0);

	// The folder of a run is named by its findings: altered, it is compared with nothing.
	const named = basename(before.folder);
	const found = join(before.folder, 'findings.json');
	const order = await changesOf(folder, named, undefined, FIRST);
	t.deepEqual([order.transfers.new.count, order.people.come.length], [4, 1]);
	const decisions = join(before.folder, 'decisions.jsonl');
	const lines = await readFile(decisions, 'utf8');
	await writeFile(decisions, `${lines}{`);
	await t.throwsAsync(changesOf(folder, named, undefined, FIRST), { message: /changes\.run .*altered/ });
	await writeFile(decisions, lines);
	await writeFile(found, (await readFile(found, 'utf8')).replace('演示甲', '演示己'));
	await t.throwsAsync(changesOf(folder, named, undefined, FIRST), { message: /changes\.run .*altered/ });
	await t.throwsAsync(changesOf(folder, '../evidence', undefined, FIRST), { message: /changes\.run .*missing/ });
	t.true(existsSync(found));
});

test('the other way round, what was new has vanished; whatever order files came in, the report says the same', async (t) => {
	const [one, other] = [join(root, 'one'), join(root, 'other')];
	const paths = [...files.keys()].filter((path) => path !== CHAT && path !== BANK);
	const part = (list: readonly string[]) => list.map((path) => [path, files.get(path) as string] as const);
	await writeFiles(one, part(paths));
	await writeFiles(other, part([...paths].reverse()));
	for (const folder of [one, other]) await night(folder, 0);
	await writeFiles(one, part([CHAT, BANK]));
	await writeFiles(other, part([BANK, CHAT]));
	const [grown, same] = [await night(one, 1), await night(other, 1)];
	const texts = ['changes.json', 'changes.txt', 'changes.html', 'transfers.jsonl'];
	const hashes = async ({ report }: GuardedResult) => [...(await hashesBelow(report.folder))];
	t.deepEqual(
		(await hashes(grown)).map(([name]) => name),
		[...texts].sort(),
	);
	t.deepEqual(await hashes(same), await hashes(grown));
	for (const path of [CHAT, BANK]) await rm(join(one, path));
	const { transfers } = (await night(one, 2)).report.changes;
	t.deepEqual(transfers.vanished, grown.report.changes.transfers.new);
	t.is(transfers.new.count, 0);

	// A name that would steer the reader's eye, or the page.
	await appendFile(join(one, 'people.csv'), '演示\u202e庚<b>,,,话务,一组,演示乙,虚构\n');
	const { report } = await night(one, 3);
	for (const name of ['changes.txt', 'changes.html']) {
		const told = await readFile(join(report.folder, name), 'utf8');
		t.true(told.includes('演示‹U+202E›庚'), name);
		t.false(told.includes('\u202e') || (name.endsWith('html') && told.includes('庚<b>')), name);
	}
});
