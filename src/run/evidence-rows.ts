import type { Findings } from '../findings/schema.ts';
import type { RegisterEntry } from '../ledger/statement.ts';
import type { FileFate, Intake } from './evidence-intake.ts';
import { defined } from './settings.ts';

/** The evidence part of the findings: every file, what became of its rows, and its recorded hash beside the computed one. */
export function evidenceRows(intake: Intake, cutOff: number | undefined): Findings['evidence'] {
	const register = new Map(intake.register.map((entry) => [entry.file, entry]));
	const files = intake.files.map((fate) => fileRow(fate, register));
	const rows = { total: 0, read: 0, skipped: 0, rejected: 0 };
	for (const { rows: r } of files) {
		rows.total += r.total;
		rows.read += r.read;
		rows.rejected += r.rejected;
		rows.skipped += Object.values(r.skipped).reduce((sum, n) => sum + n, 0);
	}
	return { files, rows, ...defined('cutOff', cutOff) };
}

type FileRow = Findings['evidence']['files'][number];

function fileRow(fate: FileFate, register: ReadonlyMap<string, RegisterEntry>): FileRow {
	const entry = fate.paths.map((path) => register.get(path)).find((e) => e !== undefined);
	const skipped = Object.entries(fate.rows.skipped).sort(([a], [b]) => (a < b ? -1 : 1));
	return {
		hash: fate.hash,
		paths: fate.paths,
		size: fate.size,
		source: fate.source,
		status: fate.status,
		...(fate.problem ? { problem: { code: fate.problem.code, facts: plainFacts(fate.problem.facts) } } : {}),
		rows: { ...fate.rows, skipped: Object.fromEntries(skipped) },
		...(entry ? { register: registerOf(entry) } : {}),
		hashCheck: checkOf(entry?.hash, fate.hash),
	};
}

/** Compares SHA-256 only; another kind of hash (`md5:…`, `sm3:…`) is shown and says nothing here. */
function checkOf(recorded: string | undefined, computed: string): FileRow['hashCheck'] {
	const bare = recorded?.toLowerCase().replace(/^sha-?256:/, '');
	if (bare === undefined || !/^[0-9a-f]{64}$/.test(bare) || computed === '') return 'none-recorded';
	return bare === computed ? 'equal' : 'different';
}

function registerOf({ file: _file, hash, ...entry }: RegisterEntry): NonNullable<FileRow['register']> {
	return { ...entry, ...defined('recordedHash', hash) };
}

function plainFacts(facts: Readonly<Record<string, string | number | boolean>>): Record<string, string | number> {
	return Object.fromEntries(
		Object.entries(facts).map(([key, value]) => [key, typeof value === 'boolean' ? String(value) : value]),
	);
}

/** What was not fully read: it makes a run end with exit code 1. */
export function incompleteOf(evidence: Findings['evidence']): Findings['incomplete'] {
	return evidence.files.flatMap((file) => {
		const facts = { file: file.paths[0] ?? file.hash };
		if (file.status === 'refused' || file.status === 'ambiguous')
			return [{ code: 'file-refused', facts: { ...facts, problem: file.problem?.code ?? '' } }];
		if (file.status === 'unknown-format')
			return file.problem
				? [{ code: 'not-read-yet', facts: { ...facts, problem: file.problem.code } }]
				: [{ code: 'unknown-format', facts }];
		if (file.rows.rejected > 0) return [{ code: 'rejected-rows', facts: { ...facts, rows: file.rows.rejected } }];
		return [];
	});
}
