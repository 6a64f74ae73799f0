import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { parse } from 'yaml';
import { emptyFolder } from '../cli/folder.ts';
import { liuxiang } from '../cli/terminal.ts';

const DEPLOY = 'docs/deploy';
const text = (name: string) => readFileSync(join(DEPLOY, name), 'utf8');
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

/** `systemd-analyze` on units in a folder; undefined where this machine has none. */
function analyze(folder: string, ...args: readonly string[]): Promise<{ code: number; said: string } | undefined> {
	return new Promise((resolve) => {
		execFile('systemd-analyze', args, { cwd: folder }, (error, out, err) => {
			if (error?.code === 'ENOENT') resolve(undefined);
			else resolve({ code: error ? Number(error.code) : 0, said: `${out}${err}` });
		});
	});
}

test('systemd finds no fault with the units, and calls them safe', async (t) => {
	const folder = await emptyFolder(t);
	for (const name of await readdir(DEPLOY)) {
		if (!/\.(service|timer)$/.test(name)) continue;
		// An instance, and a program that is there: else the unit would be blamed for what is not installed here.
		const unit = text(name).replaceAll('/opt/liuxiang/current/bin/liuxiang', process.execPath);
		await writeFile(join(folder, name.replace('@', '@x')), unit);
	}
	const verified = await analyze(
		folder,
		'verify',
		'./liuxiang-watch.service',
		'./liuxiang@x.service',
		'./liuxiang@x.timer',
	);
	if (!verified) {
		t.log('not tried: systemd-analyze is not on this machine');
		t.pass();
		return;
	}
	t.deepEqual(verified, { code: 0, said: '' });
	for (const name of ['liuxiang-watch.service', 'liuxiang@x.service']) {
		// Tenths: 0.9 is what the page says.
		const args = ['security', '--offline=true', '--threshold=9', '--no-pager', `./${name}`];
		const found = await analyze(folder, ...args);
		t.is(found?.code, 0, found?.said);
	}
	const calendar = /^OnCalendar=(.*)$/m.exec(text('liuxiang@.timer'))?.[1] ?? '';
	t.regex(
		(await analyze(folder, 'calendar', calendar))?.said ?? '',
		/Normalized form: \*-\*-\* 02:00:00 Asia\/Shanghai/,
	);
});

test('what the files call is a command of the program, with options that it has', async (t) => {
	const calls = readdirSync(DEPLOY, { withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name !== 'README.md')
		.flatMap(({ name }) => [...text(name).matchAll(/^[^#\n]*bin\/liuxiang ((?:[a-z]+)(?: --[a-z-]+)*)/gm)])
		.map((match) => match[1] ?? '');
	t.true(calls.length >= 3, String(calls));
	for (const call of calls) {
		const [command = '', ...options] = call.split(' ');
		const { code, out } = await liuxiang([command, '--help']);
		t.is(code, 0, call);
		for (const option of options) t.true(out.includes(option), `${call}: ${option}`);
	}
});

test('both services have one hardening', (t) => {
	const settings = (name: string) => {
		const [, rest = ''] = text(name).split('# Network');
		const [own = ''] = rest.split('[Install]');
		return own.split('\n').filter((line) => /^[A-Z]/.test(line));
	};
	t.true(settings('liuxiang-watch.service').length > 20);
	t.deepEqual(settings('liuxiang@.service'), settings('liuxiang-watch.service'));
});

interface Compose {
	readonly services: Record<string, Record<string, unknown> & { readonly environment: Record<string, string> }>;
	readonly networks: Record<string, { readonly internal?: boolean }>;
	readonly secrets: Record<string, { readonly file: string }>;
}

test('the containers have no way out, no port, no secret in the open, and may not gain rights', (t) => {
	const compose = parse(text('compose.yaml'), { merge: true }) as Compose;
	t.true(Object.values(compose.networks).every(({ internal }) => internal === true));
	for (const [name, service] of Object.entries(compose.services)) {
		t.deepEqual(service.networks, ['inside'], name);
		t.is(service.ports, undefined, name);
		t.deepEqual(service.security_opt, ['no-new-privileges:true'], name);
		t.truthy(service.healthcheck, name);
		for (const value of Object.values(service.environment))
			t.false(/password|secret/i.test(value) && !value.startsWith('/run/secrets/'), value);
		for (const secret of service.secrets as string[]) t.truthy(compose.secrets[secret], secret);
	}
	t.like(compose.services.liuxiang, {
		read_only: true,
		cap_drop: ['ALL'],
		user: '10001:10001',
		image: `liuxiang:${version}`,
	});
	t.regex(text('Containerfile'), /^USER 10001:10001$/m);
	t.true(text('Containerfile').includes(`ARG BUNDLE=liuxiang-${version}-linux-x64\n`), 'the version of package.json');
});

test('the page names every file beside it', async (t) => {
	const page = text('README.md');
	for (const name of await readdir(DEPLOY)) if (name !== 'README.md') t.true(page.includes(`](${name}`), name);
});
