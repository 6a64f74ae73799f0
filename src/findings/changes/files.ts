import type { Changes } from './schema.ts';
import { type Hashed, keyed, paired, type Side } from './sides.ts';

type FileChange = Changes['files'][number];

/** Files that a run read and the other did not, or with other bytes, by path. One that lies elsewhere now is moved. */
export function fileChanges(before: Side, after: Side): FileChange[] {
	const byPath = ({ inputs }: Side) => keyed(inputs, ({ name }) => name);
	const differing = paired(byPath(before), byPath(after)).filter(({ was, is }) => was?.sha256 !== is?.sha256);
	const gone = differing.flatMap(({ was, is }) => (was && is === undefined ? [was] : []));
	const told: FileChange[] = [];
	const moved = new Set<string>();
	for (const { key, was, is } of differing) {
		if (is === undefined) continue;
		const head = { path: key, kind: kindOf(key), ...fateOf(key, after) };
		if (was) {
			told.push({ ...head, change: 'altered', was: was.sha256, is: is.sha256 });
			continue;
		}
		const from = gone.find(({ name, sha256 }) => !moved.has(name) && sha256 === is.sha256 && sha256 !== '');
		if (from) moved.add(from.name);
		if (from) told.push({ ...head, change: 'moved', was: from.sha256, is: is.sha256, from: from.name });
		else told.push({ ...head, change: 'added', is: is.sha256 });
	}
	for (const { name, sha256 } of gone)
		if (!moved.has(name)) told.push({ path: name, kind: kindOf(name), change: 'removed', was: sha256 });
	return told.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What a file of the case folder is to a run. */
export function kindOf(path: string): FileChange['kind'] {
	const [folder, ...below] = path.split('/');
	if (below.length > 0) return folder === 'evidence' ? 'evidence' : folder === 'law' ? 'law' : 'chain-answer';
	return path === 'case.yaml' ? 'settings' : path === 'decisions.csv' ? 'decisions' : 'table';
}

function fateOf(path: string, { findings }: Side): { rows?: number; status?: string } {
	const inside = path.startsWith(EVIDENCE) ? path.slice(EVIDENCE.length) : path;
	const file = findings.evidence.files.find(({ paths }) => paths.includes(inside));
	return file ? { rows: file.rows.read, status: file.status } : {};
}

const EVIDENCE = 'evidence/';

/** Files whose recorded hash is another one than that of their bytes, by path. */
export function hashAlarms({ findings, inputs }: Side): { file: string; recorded: string; computed: string }[] {
	const names = new Set(inputs.map(({ name }) => name));
	// A table of the case lies in the case folder itself.
	const placed = (path: string) => (names.has(path) && kindOf(path) === 'table' ? path : `${EVIDENCE}${path}`);
	return findings.evidence.files
		.filter(({ hashCheck }) => hashCheck === 'different')
		.map(({ paths, hash, register }) => ({
			file: placed(paths[0] ?? hash),
			recorded: register?.recordedHash ?? '',
			computed: hash,
		}));
}

/** Whether the register vouches for these bytes. */
export function isRegistered({ findings }: Pick<Side, 'findings'>, { sha256 }: Pick<Hashed, 'sha256'>): boolean {
	return findings.evidence.files.some(({ hash, hashCheck }) => hash === sha256 && hashCheck === 'equal');
}
