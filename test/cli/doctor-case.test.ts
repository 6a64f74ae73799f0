import { chmod, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { emptyFolder } from './folder.ts';
import { liuxiang } from './terminal.ts';

/** A case whose `case.yaml` has these lines. */
async function caseWith(t: ExecutionContext, ...lines: readonly string[]): Promise<string> {
	const folder = await emptyFolder(t);
	await mkdir(join(folder, 'evidence'));
	await writeFile(join(folder, 'case.yaml'), `version: 1\nname: x\n${lines.join('\n')}\n`);
	return folder;
}

async function doctor(folder: string, env: Record<string, string> = {}) {
	const { code, out } = await liuxiang(['doctor', folder, '--lang', 'en'], env);
	return { code, out };
}

test('a schedule is told with its next time, in the zone it names or the case’s own', async (t) => {
	const named = await caseWith(t, 'schedule: { cron: "30 2 1 1 *", timezone: Asia/Shanghai }');
	t.regex(
		(await doctor(named)).out,
		/OK {3}Schedule "30 2 1 1 \*" \(Asia\/Shanghai\): next at \d{4}-12-31T18:30:00\.000Z/,
	);
	const own = await caseWith(t, 'timezone: "+03:00"', 'schedule: { cron: "30 2 1 1 *" }');
	t.regex((await doctor(own)).out, /\(\+03:00\): next at \d{4}-12-31T23:30:00\.000Z/);
});

const unclear = {
	'a cron expression that is none': [
		'schedule: { cron: "every night" }',
		/FIX {2}.*line 3.*"schedule\.cron" is "every night"/,
	],
	'a zone that is none': ['schedule: { cron: "0 2 * * *", timezone: Mars/Base }', /FIX {2}.*line 3.*"Mars\/Base"/],
	'a day that never comes': ['schedule: { cron: "0 2 30 2 *" }', /FIX {2}.*line 3.*"0 2 30 2 \*"/],
} as const;
for (const [title, [lines, expected]] of Object.entries(unclear)) {
	test(`${title} is to be mended`, async (t) => {
		const { code, out } = await doctor(await caseWith(t, lines));
		t.is(code, 1);
		t.regex(out, expected);
	});
}

const NOTICES = 'notices: { webhook: { url: "https://desk.example/hook", secret_file: secrets/hook } }';

test('a secret file is well, open to others, or not there, and never shown', async (t) => {
	const folder = await caseWith(t, NOTICES);
	const path = join(folder, 'secrets/hook');
	t.regex((await doctor(folder)).out, /FIX {2}notices\.webhook: the secret in "secrets\/hook" cannot be read/);
	await mkdir(join(folder, 'secrets'));
	await writeFile(path, 'canary-77ab', { mode: 0o600 });
	const well = await doctor(folder);
	t.is(well.code, 0, well.out);
	t.regex(well.out, /OK {3}notices\.webhook: "secrets\/hook" can be read, by nobody else/);
	for (const mode of [0o604, 0o620, 0o601]) {
		await chmod(path, mode);
		const { code, out } = await doctor(folder);
		t.is(code, 1);
		t.true(out.includes(`"secrets/hook" is open to others (${mode.toString(8)})`), out);
		t.false(out.includes('canary-77ab'));
	}
	// As systemd hands credentials over: the group's bit is the mask of an access list.
	await chmod(path, 0o440);
	t.is((await doctor(folder)).code, 0);
});

test('a variable that holds a secret is set or not, and never shown', async (t) => {
	const folder = await caseWith(
		t,
		'notices: { email: { host: mail.example, user: u, from: a@b.example, to: [c@d.example], secret_env: MAIL_KEY } }',
	);
	t.regex((await doctor(folder)).out, /FIX {2}notices\.email: the variable MAIL_KEY is not set/);
	const { code, out } = await doctor(folder, { MAIL_KEY: 'canary-77ab' });
	t.is(code, 0, out);
	t.regex(out, /OK {3}notices\.email: the variable MAIL_KEY is set/);
	t.false(out.includes('canary-77ab'));
});

test('a case that everybody on the machine can look into is to be mended, unless a folder above keeps them out', async (t) => {
	const above = await caseWith(t);
	const folder = join(above, 'case');
	await mkdir(join(folder, 'evidence'), { recursive: true });
	await writeFile(join(folder, 'case.yaml'), await readFile(join(above, 'case.yaml')));
	await chmod(folder, 0o755);
	t.regex((await doctor(folder)).out, /OK {3}".*case" is closed to other users/);
	await chmod(above, 0o711);
	const open = await doctor(folder);
	t.is(open.code, 1);
	t.regex(open.out, /FIX {2}".*case" can be read by everybody on this machine \(755\)/);
	await chmod(folder, 0o770);
	t.is((await doctor(folder)).code, 0);
});

test('what a run made as another user is told before the service stumbles over it', async (t) => {
	const folder = await caseWith(t);
	await writeFile(join(folder, 'store.duckdb'), '');
	t.is((await doctor(folder)).code, 0);
	if (process.getuid?.() !== 0) {
		await chmod(join(folder, 'store.duckdb'), 0o400);
		t.regex((await doctor(folder)).out, /FIX {2}".*store\.duckdb" belongs to user number \d+ and cannot be written/);
		return;
	}
	const { chown } = await import('node:fs/promises');
	await mkdir(join(folder, 'reports'));
	await chown(join(folder, 'reports'), 4242, 4242);
	t.regex((await doctor(folder)).out, /FIX {2}.*reports belongs to user number 4242 and store\.duckdb to 0/);
});

test('a schedule that keeps every report says for how many nights there is room', async (t) => {
	const folder = await caseWith(t, 'schedule: { cron: "0 2 * * *" }');
	t.notRegex((await doctor(folder)).out, /more runs/);
	await mkdir(join(folder, 'reports/run-1/charts'), { recursive: true });
	await writeFile(join(folder, 'reports/run-1/charts/a'), new Uint8Array(3 * 1024 ** 2));
	await symlink('run-1', join(folder, 'reports/latest'));
	t.regex((await doctor(folder)).out, /Room for \d{2,} more runs such as the last one \(3\.0 MB\)/);
});

test('notices that were given up are told', async (t) => {
	const folder = await caseWith(t);
	await mkdir(join(folder, 'notices/dead'), { recursive: true });
	await writeFile(join(folder, 'notices/dead/n1.json'), '{}');
	t.regex((await doctor(folder)).out, /FIX {2}1 notices could not be delivered/);
});
