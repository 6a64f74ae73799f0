import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CaseFolder } from '../../run/case-folder.ts';
import type { CheckResult, Surroundings } from './check.ts';

/** A setting of `case.yaml` that names a secret: by the path of its file, or by a variable. */
interface Place {
	readonly setting: string;
	readonly file: string | undefined;
	readonly variable: string | undefined;
}

/** Read, write and search by anybody; and writing by the group, which could put another secret there. */
const OPEN_BITS = 0o027;

/** Whether each secret that a case names can be read, and by nobody else. What stands in it is never looked at. */
export async function checkSecrets(folder: CaseFolder, { env }: Surroundings): Promise<readonly CheckResult[]> {
	const results: CheckResult[] = [];
	for (const { setting, file, variable } of placesOf(folder)) {
		if (file !== undefined) results.push(await checkFile(setting, file, resolve(folder.root, file)));
		if (variable === undefined) continue;
		const set = (env[variable] ?? '') !== '';
		const code = set ? 'doctor.secret-variable' : 'doctor.secret-unset';
		results.push({ ok: set, code, facts: { setting, variable } });
	}
	return results;
}

function placesOf({ file }: CaseFolder): Place[] {
	const { neo4j, notices, chains } = file;
	const key = (setting: string, path: string | undefined, variable: string | undefined) => ({
		setting,
		file: path,
		variable,
	});
	return [
		key('neo4j', neo4j.password_file, neo4j.password_env),
		key('passwords', file.passwords_file, file.passwords_env),
		...chains.flatMap(({ network, endpoints }) =>
			endpoints.map((endpoint) => key(`chains ${network}`, endpoint.key_file, endpoint.key_env)),
		),
		key('notices.webhook', notices?.webhook?.secret_file, notices?.webhook?.secret_env),
		key('notices.email', notices?.email?.secret_file, notices?.email?.secret_env),
	];
}

async function checkFile(setting: string, file: string, path: string): Promise<CheckResult> {
	const facts = { setting, file };
	const text = await readFile(path, 'utf8').catch(() => '');
	if (text.trim() === '') return { ok: false, code: 'doctor.secret-unreadable', facts };
	const { mode } = await stat(path);
	// Windows has no such bits, and shows all of them.
	if (process.platform !== 'win32' && (mode & OPEN_BITS) !== 0)
		return { ok: false, code: 'doctor.secret-open', facts: { ...facts, mode: (mode & 0o777).toString(8) } };
	return { ok: true, code: 'doctor.secret', facts };
}
