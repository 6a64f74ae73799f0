import { appendFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { type Notice, noticeSchema } from '../../../src/reports/notices/notice.ts';
import { guardedRun } from '../../../src/run/guarded-run.ts';
import { writeEntry } from '../../../src/run/journal/journal.ts';
import { type Letter, letterSchema } from '../../../src/run/notices/letter.ts';
import { sharedFolder, writeFiles } from '../folders.ts';
import { machine, processOn } from '../lock/machine.ts';
import { smallCase } from '../small-case.ts';
import { entry } from './told.ts';

const root = await sharedFolder(test);
const START = Date.parse('2023-04-01T18:00:00.000Z');
const BOTH =
	'webhook: { url: "http://127.0.0.1:9/x", secret_env: HOOK }, email: { host: 127.0.0.1, security: none, from: a@b.example, to: [c@d.example] }';

const yaml = (notices: string, more = '') =>
	writeFile(join(root, 'case.yaml'), `${smallCase().get('case.yaml')}${more}notices: { ${notices} }\n`);

let night = START;

/** Runs the case a day later, and takes what it put into the spool. */
async function run(
	after = async () => {},
): Promise<{ readonly notice: Notice | undefined; readonly mail: Letter | undefined }> {
	night += 86_400_000;
	const self = processOn(machine(), 7);
	const options = { program: 'liuxiang test', onProgress: () => {}, command: 'run', now: () => night, self, after };
	await guardedRun(root, { ...options, trigger: 'schedule' }).catch(() => undefined);
	const pending = join(root, 'notices', 'pending');
	const names = await readdir(pending).catch(() => []);
	const letters = await Promise.all(
		names.map(async (name) => letterSchema.parse(JSON.parse(await readFile(join(pending, name), 'utf8')))),
	);
	await rm(pending, { recursive: true, force: true });
	const hook = letters.find(({ way }) => way === 'webhook');
	return {
		notice: hook && noticeSchema.parse(JSON.parse(hook.body)),
		mail: letters.find(({ way }) => way === 'email'),
	};
}

/** Whoever and whatever stands in the case must not stand in a notice of counts. */
const NAMED = /演示[甲乙丙丁]|境外老板|样例币商|wxid_|6222020|6217000|coins\.csv|chat\.csv|evidence/;

test.serial('what changed is told in counts alone, once, and what is altered is an alarm', async (t) => {
	await writeFiles(root, smallCase());
	await yaml(BOTH);
	await run();
	t.deepEqual(await run(), { notice: undefined, mail: undefined }, 'nothing changed');
	await appendFile(
		join(root, 'evidence', 'chat.csv'),
		'2023-03-10 20:00:00,wechat:wxid_small_leader,wechat:wxid_small_caller,35.00,W9,\n',
	);
	const { notice, mail } = await run();
	t.is(notice?.type, 'run.alarm');
	t.deepEqual(notice?.data.because, ['alarm', 'changed']);
	t.is(notice?.data.changes?.transfers_new, 1);
	t.is(notice?.data.changes?.files_altered, 1);
	t.is(notice?.data.counts.transfers_new, undefined, 'told once');
	t.true((notice?.data.counts.transfers ?? 0) > 0);
	t.deepEqual(notice?.data.alarms, [{ code: 'file-altered', fresh: true }]);
	t.is(mail?.subject, '【流向】小案（虚构）：有警报、有变动');
	t.regex(mail?.body ?? '', /检材内容被改动（同一路径，哈希不同） 1 项/);
	t.regex(mail?.body ?? '', /新增交易 1/);
	t.notRegex(mail?.body ?? '', /\[\w+\]|undefined/, 'every count has its word');
	t.notRegex(JSON.stringify([notice, mail]), NAMED);
});

test.serial('names and figures go out where case.yaml says people, and each count only where it moved', async (t) => {
	await yaml(`detail: people, ${BOTH}`);
	await writeFile(
		join(root, 'evidence', 'more.csv'),
		'支付时间,付款人,收款人,金额,单号,附言\n2023-03-11 20:00:00,wechat:wxid_small_leader,wechat:wxid_small_caller,40.00,W10,\n',
	);
	const { notice, mail } = await run();
	const moved = notice?.data.people?.changed.find(({ name }) => name === '演示丙');
	t.true(moved !== undefined && moved.figures.length > 0);
	t.regex(mail?.body ?? '', /变动报告[\s\S]*演示丙/);
});

test.serial('a run that failed, and one that left no word, are told of by code', async (t) => {
	await yaml(BOTH, 'passwords_env: NOT_SET_ANYWHERE\n');
	const failed = await run();
	t.is(failed.notice?.type, 'run.failed');
	t.like(failed.notice?.data.run, { outcome: 'failed', exit: 2, problem: 'case.passwords-env' });
	t.is(failed.notice?.data.run.facts, undefined);
	t.regex(failed.mail?.body ?? '', /结果：失败（case\.passwords-env）/);
	await yaml(BOTH);
	const { ended: _ended, outcome: _outcome, exit: _exit, ...begun } = entry({ id: '20230409T180000000Z-00000000' });
	await writeEntry(root, begun);
	const { notice, mail } = await run();
	t.deepEqual(
		notice?.data.broken.map(({ id, outcome }) => [id, outcome]),
		[[begun.id, 'broken']],
	);
	t.is(notice?.data.run.outcome, 'done');
	t.regex(mail?.body ?? '', /此前的运行 20230409T180000000Z-00000000/);
});

test.serial('what was reported is told though the journal cannot be written', async (t) => {
	const journal = join(root, 'log', 'runs.jsonl');
	await appendFile(
		join(root, 'evidence', 'chat.csv'),
		'2023-03-12 20:00:00,wechat:wxid_small_leader,wechat:wxid_small_caller,45.00,W11,\n',
	);
	const { notice } = await run(async () => {
		await rename(journal, `${journal}.kept`);
		await mkdir(journal);
	});
	await rm(journal, { recursive: true });
	await rename(`${journal}.kept`, journal);
	t.deepEqual(notice?.data.because, ['failed', 'alarm', 'changed']);
	t.is(notice?.data.changes?.transfers_new, 1);
	const next = await run();
	t.is(next.notice?.data.changes?.transfers_new, 0, 'no later run tells it');
});
