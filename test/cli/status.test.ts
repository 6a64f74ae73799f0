import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import test from 'ava';
import { hashesBelow, sharedFolder, writeFiles } from '../run/folders.ts';
import { smallCase } from '../run/small-case.ts';
import { liuxiang } from './terminal.ts';

const root = await sharedFolder(test);

test('status looks at every case below a folder, writes nothing, and its exit code says whether somebody must look', async (t) => {
	const [well, bad] = [join(root, '一案'), join(root, '二案')];
	await writeFiles(well, smallCase());
	const yaml = `${smallCase().get('case.yaml')}schedule: { cron: "0 2 * * *", timezone: Asia/Shanghai }\n`;
	await writeFiles(bad, [...smallCase(), ['case.yaml', yaml]]);
	for (const folder of [well, bad]) t.is((await liuxiang(['run', folder, '--quiet'])).code, 0);

	const before = await hashesBelow(root);
	const fine = await liuxiang(['status', root, '--json']);
	t.is(fine.code, 0);
	const told = JSON.parse(fine.out);
	t.true(told.healthy);
	t.like(told.cases[0], { folder: well, case: '小案（虚构）', healthy: true, next: null, remarks: [], alarms: 0 });
	t.like(told.cases[0].last, { outcome: 'done', exit: 0, trigger: 'hand' });
	// Two in the morning at Shanghai.
	t.regex(told.cases[1].next, /T18:00:00\.000Z$/);
	t.deepEqual(await hashesBelow(root), before);

	await writeFile(join(bad, 'decisions.csv'), '对象,决定,值,决定人,理由\nt1,也许,,李检,x\n');
	t.is((await liuxiang(['run', bad, '--quiet'])).code, 2);
	for (const lang of ['zh', 'en']) {
		const { code, out } = await liuxiang(['status', well, bad, '--lang', lang]);
		t.is(code, 1);
		t.regex(out, lang === 'zh' ? /失败（退出码 2）[\s\S]*也许/ : /failed \(exit code 2\)[\s\S]*也许/);
		t.notRegex(out, /‹|undefined|NaN|\[object|\[status/);
	}
	await rm(join(well, 'case.yaml'));
	await writeFile(join(well, 'case.yaml'), 'name: [');
	const broken = await liuxiang(['status', well, '--json']);
	t.is(broken.code, 1);
	t.is(JSON.parse(broken.out).cases[0].remarks[0].code, 'case.syntax');
	t.is((await liuxiang(['status', join(root, 'nowhere'), '--json'])).code, 1);
	// Nor does a journal that cannot be read hide the others, or a folder that is gone.
	await writeFiles(well, smallCase());
	await rm(join(bad, 'log', 'runs.jsonl'));
	// Opening a socket fails for root too.
	const socket = createServer().listen(join(bad, 'log', 'runs.jsonl'));
	await once(socket, 'listening');
	t.teardown(() => socket.close());
	const both = JSON.parse((await liuxiang(['status', root, join(root, 'nowhere'), '--json'])).out);
	t.deepEqual(
		both.cases.map((one: { folder: string; healthy: boolean }) => [one.folder, one.healthy]),
		[
			[well, true],
			[bad, false],
			[join(root, 'nowhere'), false],
		],
	);
});
