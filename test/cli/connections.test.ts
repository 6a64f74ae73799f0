import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import test from 'ava';
import { moduleUrl, NODE_ARGS } from '../another.ts';
import { sharedFolder, writeFiles } from '../run/folders.ts';
import { hook } from '../run/notices/receivers.ts';
import { smallCase } from '../run/small-case.ts';

const root = await sharedFolder(test);
const SECRET = 'a secret that is long enough to sign';

/** Evidence names addresses, and somebody waits there for whoever follows them. */
async function caseNaming(name: string, bait: string, yaml = ''): Promise<string> {
	const folder = join(root, name);
	const files = smallCase();
	const chat = files.get('evidence/chat.csv') ?? '';
	files.set('evidence/chat.csv', chat.replace('W2,', `W2,${bait}/memo`));
	files.set('evidence/page.html', `<html><img src="${bait}/img"><script src="${bait}/js"></script></html>`);
	files.set('evidence/doc.xml', `<!DOCTYPE a SYSTEM "${bait}/dtd"><a>&b;</a>`);
	files.set('case.yaml', `${files.get('case.yaml') ?? ''}${yaml}`);
	await writeFiles(folder, files);
	return folder;
}

interface Traced {
	readonly codes: Readonly<Record<string, number>>;
	/** System calls that reached, or offered to be reached over, anything but this machine's own sockets in the file system. */
	readonly network: readonly string[];
}

const ARGS = [...NODE_ARGS, fileURLToPath(moduleUrl('test/cli/every-command'))];

/** Calls the program, its children too, under `strace`. */
async function traced(which: 'every' | 'run', folder: string, prefix: readonly string[] = []): Promise<Traced> {
	const log = join(root, `${which}-${folder.length}.strace`);
	const beside = join(root, `beside-${which}`);
	await mkdir(beside, { recursive: true });
	const tracer = ['strace', '-f', '--seccomp-bpf', '-qq', '-e', 'trace=%network', '-o', log];
	const [command = '', ...args] = [
		...prefix,
		...(STRACE ? tracer : []),
		process.execPath,
		...ARGS,
		which,
		folder,
		beside,
	];
	const { stdout } = await promisify(execFile)(command, args, {
		env: { ...process.env, HOOK: SECRET, LIUXIANG_NEO4J: '' },
		maxBuffer: 1 << 26,
	});
	const lines = stdout.trim().split('\n');
	const codes = Object.fromEntries(lines.map((line) => JSON.parse(line)).map(([[name], code]) => [name, code]));
	return { codes, network: STRACE ? readFileSync(log, 'utf8').split('\n').filter(leaves) : [] };
}

/** Sockets of the file system, pairs and pipes stay on the machine; asking a socket for its state moves nothing. */
function leaves(line: string): boolean {
	if (!/\b(connect|bind|listen|sendto|sendmsg|sendmmsg|socket)\(/.test(line)) return false;
	return !/AF_UNIX|AF_LOCAL/.test(line) && /AF_|sa_family|socket\(/.test(line);
}

const can = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;

const STRACE = can('strace', '-f', '--seccomp-bpf', '-qq', '-o', '/dev/null', 'true');
const UNSHARE = can('unshare', '-rn', 'true');

test.serial('no command opens a connection for a case that names none, whatever its evidence names', async (t) => {
	const bait = await hook((response) => response.end());
	t.teardown(bait.close);
	const folder = await caseNaming('quiet', bait.url);
	const { codes, network } = await traced('every', folder);
	t.deepEqual(network, []);
	t.is(bait.connections(), 0);
	if (!STRACE) t.log('strace is missing or may not trace here: only the addresses in evidence were watched.');
	for (const name of ['run', 'watch'])
		t.is(codes[name], 1, `${name}: done, with a page and a document that nobody knows`);
	for (const name of ['init', 'report', 'verify', 'todo', 'person', 'trace', 'origin', 'query', 'schema'])
		t.is(codes[name], 0, name);
	t.true(
		Object.values(codes).every((code) => code !== 70),
		JSON.stringify(codes),
	);
});

test.serial(
	'with notices a run opens connections to the receiver that case.yaml names, and to nobody else',
	async (t) => {
		const bait = await hook((response) => response.end());
		const receiver = await hook((response) => response.end());
		t.teardown(bait.close);
		t.teardown(receiver.close);
		const notices = `notices: { on: [always], webhook: { url: "${receiver.url}/in", secret_env: HOOK } }\n`;
		const folder = await caseNaming('told', bait.url, notices);
		const { codes, network } = await traced('run', folder);
		t.is(codes.run, 1);
		t.is(receiver.calls.length, 1);
		t.is(bait.connections(), 0);
		const { port } = new URL(receiver.url);
		const own = new RegExp(
			`^\\d+ +connect\\(\\d+, \\{sa_family=AF_INET, sin_port=htons\\(${port}\\), sin_addr=inet_addr\\("127\\.0\\.0\\.1"\\)\\}`,
		);
		t.deepEqual(
			network.filter((line) => !own.test(line) && !/^\d+ +socket\(AF_INET, SOCK_STREAM/.test(line)),
			[],
		);
		t.is(network.filter((line) => own.test(line)).length, STRACE ? 1 : 0);
	},
);

test.serial('without any network a case runs to the same bytes, and its notice waits', async (t) => {
	if (!UNSHARE) {
		t.log('No network namespace may be made here: not tested.');
		t.pass();
		return;
	}
	const receiver = await hook((response) => response.end());
	t.teardown(receiver.close);
	const notices = `notices: { on: [always], webhook: { url: "${receiver.url}/in", secret_env: HOOK } }\n`;
	const folder = await caseNaming('cut-off', 'http://127.0.0.1:1', notices);
	const { codes } = await traced('run', folder, ['unshare', '-rn']);
	t.is(codes.run, 1);
	t.is(receiver.connections(), 0);
	const [name = ''] = await readdir(join(folder, 'notices', 'pending'));
	const letter = JSON.parse(await readFile(join(folder, 'notices', 'pending', name), 'utf8'));
	t.like(letter.fault, { code: 'unreachable', cause: 'ENETUNREACH' });
	const quiet = await caseNaming('connected', 'http://127.0.0.1:1');
	await traced('run', quiet);
	t.is(await readlink(join(folder, 'reports', 'latest')), await readlink(join(quiet, 'reports', 'latest')));
});
