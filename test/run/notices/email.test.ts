import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import test from 'ava';
import type { SMTPServerOptions } from 'smtp-server';
import { type Delivered, deliver } from '../../../src/run/notices/deliver.ts';
import { countNotices, Spool } from '../../../src/run/notices/spool.ts';
import { putNotices } from '../../../src/run/notices/tell.ts';
import { moduleUrl, NODE_ARGS } from '../../another.ts';
import { ownCertificate } from './certificate.ts';
import { hook, mailServer } from './receivers.ts';
import { caseWith, entry, NIGHT, night, SECRET } from './told.ts';

const PASSWORD = 'mail-password-canary';
const certificate = ownCertificate();
const TLS = { key: certificate.key, cert: certificate.cert };

const login: SMTPServerOptions = {
	authOptional: false,
	onAuth: ({ username, password }, _session, done) =>
		username === 'desk' && password === PASSWORD ? done(null, { user: username }) : done(new Error('no')),
};

interface Teardown {
	teardown(work: () => Promise<void>): void;
}

async function folderOf(t: Teardown): Promise<string> {
	const root = await mkdtemp(join(tmpdir(), 'liuxiang-mail-'));
	t.teardown(() => rm(root, { recursive: true, force: true }));
	return root;
}

async function serverOf(t: Teardown, options: SMTPServerOptions) {
	const server = await mailServer(options);
	t.teardown(server.close);
	return server;
}

const yaml = (port: number, more: string) =>
	`{ on: [always], email: { host: 127.0.0.1, port: ${port}, from: liuxiang@machine.example, to: [desk@police.example, chief@police.example]${more} } }`;

test('a mail goes to each person by itself, in Chinese, with counts and the name of the case alone', async (t) => {
	const root = await folderOf(t);
	const server = await serverOf(t, { disabledCommands: ['STARTTLS', 'AUTH'] });
	const folder = caseWith(root, yaml(server.port, ', security: none'));
	await putNotices(folder, { entry: entry(), broken: [] }, NIGHT);
	t.is((await countNotices(root)).pending, 2);
	t.like(await deliver(folder, new Spool(root), night()), { sent: 2, waiting: 0 });
	t.deepEqual(server.mails.map(({ to }) => to).sort(), [['chief@police.example'], ['desk@police.example']]);
	const [mail] = server.mails;
	t.is(mail?.from, 'liuxiang@machine.example');
	const [head = '', body = ''] = (mail?.text ?? '').split('\r\n\r\n');
	t.regex(head, /^Message-ID: <20230306T180000000Z-1f3a9c02@machine\.example>$/m);
	t.regex(head, /^Date: Mon, 06 Mar 2023 18:00:00 \+0000$/m);
	t.regex(head, /^Auto-Submitted: auto-generated$/m);
	t.notRegex(head, /nodemailer|X-Mailer/i);
	const text = Buffer.from(body, head.includes('base64') ? 'base64' : 'latin1').toString('utf8');
	t.regex(text, /案件：张三案/);
	t.regex(text, /2023-03-07 02:00:00 至 2023-03-07 02:01:01/);
	t.regex(text, /转账 12/);
});

test('a name cannot add a header, a receiver or a line', async (t) => {
	const root = await folderOf(t);
	const server = await serverOf(t, { disabledCommands: ['STARTTLS', 'AUTH'] });
	const named = caseWith(root, yaml(server.port, ', security: none'));
	const evil = 'x\r\nBcc: thief@evil.example\r\n\r\nbody\u202e<b>';
	const folder = { ...named, file: { ...named.file, name: evil } };
	await putNotices(folder, { entry: entry(), broken: [] }, NIGHT);
	t.like(await deliver(folder, new Spool(root), night()), { sent: 2 });
	t.deepEqual(server.mails.flatMap(({ to }) => to).sort(), ['chief@police.example', 'desk@police.example']);
	for (const { text } of server.mails) t.notRegex(text.split('\r\n\r\n')[0] ?? '', /^Bcc/im);
	for (const to of ['a@b.example, c@d.example', 'x <a@b.example>', 'a@b.example\\r\\nBcc: c@d.example', 'a'])
		t.throws(() => caseWith(root, `{ email: { host: h, from: a@b.example, to: ["${to}"] } }`), {
			message: /case\.field/,
		});
});

test('a login that is refused is told as such, without the password, and a person whom the server does not know hides nobody', async (t) => {
	const root = await folderOf(t);
	const server = await serverOf(t, { ...login, allowInsecureAuth: true, disabledCommands: ['STARTTLS'] });
	const folder = caseWith(root, yaml(server.port, ', security: none, user: desk, secret_env: MAIL'));
	await putNotices(folder, { entry: entry(), broken: [] }, NIGHT);
	const wrong = await deliver(folder, new Spool(root), night({ env: { MAIL: 'wrong-password-canary' }, budget: 6000 }));
	t.like(wrong, { sent: 0, waiting: 2 });
	t.like(wrong.faults[0], { code: 'login', status: 535 });
	t.notRegex(JSON.stringify([wrong, await new Spool(root).letters()]), /canary/);
	const later = night();
	later.skip(3_600_000);
	t.like(await deliver(folder, new Spool(root), later), { sent: 2 });
	t.deepEqual([...new Set(server.mails.map(({ user }) => user))], ['desk']);

	const choosy = await serverOf(t, {
		disabledCommands: ['STARTTLS', 'AUTH'],
		onRcptTo: ({ address }, _session, done) =>
			done(address.startsWith('chief') ? Object.assign(new Error('unknown'), { responseCode: 550 }) : null),
	});
	const other = caseWith(root, yaml(choosy.port, ', security: none'));
	await putNotices(other, { entry: entry({ id: 'next' }), broken: [] }, NIGHT);
	const result = await deliver(other, new Spool(root), night());
	t.like(result, { sent: 1, waiting: 1 });
	t.like(result.faults[0], { code: 'refused', status: 550 });

	let full: string | undefined;
	const busy = await serverOf(t, {
		disabledCommands: ['STARTTLS', 'AUTH'],
		onRcptTo: ({ address }, _session, done) => {
			full ??= address;
			done(address === full ? Object.assign(new Error('full'), { responseCode: 452 }) : null);
		},
	});
	const third = caseWith(await folderOf(t), yaml(busy.port, ', security: none'));
	await putNotices(third, { entry: entry(), broken: [] }, NIGHT);
	const put = await deliver(third, new Spool(third.root), night());
	t.like(put, { sent: 1, waiting: 1 }, 'a mailbox that is full holds up no other');
	t.like(put.faults[0], { code: 'busy', status: 452 });
});

test('without encryption on offer starttls sends nothing, and a server that hangs or drops keeps nobody waiting', async (t) => {
	const root = await folderOf(t);
	const plain = await serverOf(t, { ...login, allowInsecureAuth: true, disabledCommands: ['STARTTLS'] });
	const folder = caseWith(root, yaml(plain.port, ', security: starttls, user: desk, secret_env: MAIL'));
	await putNotices(folder, { entry: entry(), broken: [] }, NIGHT);
	const result = await deliver(folder, new Spool(root), night({ budget: 6000 }));
	t.like(result, { sent: 0, waiting: 2 });
	t.is(plain.mails.length, 0);
	t.not(result.faults[0]?.code, 'login', 'the password was never offered');
	for (const drops of [true, false]) {
		const server = createServer((socket) => {
			socket.on('error', () => {});
			if (drops) setTimeout(() => socket.resetAndDestroy(), 20);
		}).listen(0, '127.0.0.1');
		await new Promise((resolve) => server.once('listening', resolve));
		const { port } = server.address() as { port: number };
		const silent = caseWith(root, yaml(port, ', security: none'));
		const began = performance.now();
		const how = night({ budget: drops ? 5000 : 400 });
		how.skip(drops ? 3_600_000 : 40_000_000);
		const faults = (await deliver(silent, new Spool(root), how)).faults.map(({ code }) => code);
		t.deepEqual(faults, [drops ? 'unreachable' : 'timeout']);
		t.true(performance.now() - began < 3000);
		server.close();
	}
});

/** @param trust whether the child is told that the certificate is good */
async function inChild(root: string, trust: boolean): Promise<Delivered> {
	const path = join(root, 'own.pem');
	await writeFile(path, certificate.cert);
	const args = [...NODE_ARGS, fileURLToPath(moduleUrl('test/run/notices/deliver-child')), root];
	const { stdout } = await promisify(execFile)(process.execPath, args, {
		env: { ...process.env, HOOK: SECRET, MAIL: PASSWORD, ...(trust ? { NODE_EXTRA_CA_CERTS: path } : {}) },
	});
	return JSON.parse(stdout);
}

/** By this run or a later one: on a busy machine the time that a run has for notices may be up before an answer. */
async function takenInTheEnd(root: string): Promise<boolean> {
	for (let run = 0; run < 4; run++) if ((await inChild(root, true)).sent > 0) return true;
	return false;
}

test('a certificate that nobody vouches for is refused, by webhook, tls and starttls; one that the machine trusts is taken', async (t) => {
	const safe = await serverOf(t, { ...TLS, ...login, secure: true });
	const upgraded = await serverOf(t, { ...TLS, ...login });
	const receiver = await hook((response) => response.end(), certificate);
	t.teardown(receiver.close);
	const one = async (notices: string) => {
		const root = await folderOf(t);
		await mkdir(join(root, 'evidence'));
		await writeFile(join(root, 'case.yaml'), `version: 1\nname: 张三案\nnotices: ${notices}\n`);
		await putNotices(caseWith(root, notices), { entry: entry(), broken: [] }, Date.now());
		return root;
	};
	const user = ', user: desk, secret_env: MAIL';
	const roots = await Promise.all([
		one(yaml(safe.port, `, security: tls${user}`)),
		one(yaml(upgraded.port, `, security: starttls${user}`)),
		one(`{ on: [always], webhook: { url: "${receiver.url}", secret_env: HOOK } }`),
	]);
	for (const root of roots) {
		const { sent, faults } = await inChild(root, false);
		t.is(sent, 0);
		t.is(faults[0]?.code, 'tls', JSON.stringify(faults));
	}
	t.is(receiver.calls.length, 0);
	for (const root of roots) t.true(await takenInTheEnd(root), root);
	t.true([...safe.mails, ...upgraded.mails].every((mail) => mail.safe && mail.user === 'desk'));
	t.is(receiver.calls.length, 1);
});
