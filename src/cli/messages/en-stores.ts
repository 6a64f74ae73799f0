import type { Sentence } from './words.ts';

/** What is said of stores as files: versions, backups. */
export const stores = {
	'store.unwritten': (f) => `The store "${f.path}" was begun and holds nothing yet. Run the case first: liuxiang run`,
	'backup.purpose': () => 'Pack the whole case, evidence and store included, into one checked file',
	'backup.to': () => 'The file to make (a ZIP), outside the case folder',
	'backup.example': () => 'one file with everything, to keep elsewhere',
	'backup.example-json': () => 'for a nightly job',
	'backup.done': (f) =>
		`The case "${f.case}" is packed in ${f.file}: ${f.files} files, ${f.size}. Every file was read back and compared.`,
	'backup.neo4j': () => 'Its store on the Neo4j server is packed as store.duckdb.',
	'backup.left': (f) => `Not packed, because it is secret or leads out of the case: ${f.name}. Keep it apart.`,
	'backup.next': (f) => `To get it back: liuxiang restore "${f.file}" <folder>`,
	'backup.exists': (f) => `"${f.file}" is there already. A backup is never written over: name another file with --to.`,
	'backup.inside': (f) =>
		`"${f.file}" lies in the case folder "${f.folder}", which is what is to be packed. Name a file elsewhere, best on another disk.`,
	'restore.purpose': () => 'Make a case folder from a backup, every file checked',
	'restore.file': () => 'The backup',
	'restore.folder': () => 'The folder to make',
	'restore.example': () => 'the case as it was when the backup was made',
	'restore.done': (f) =>
		`The case "${f.case}" as of ${f.made} (${f.program}) is in ${f.folder}: ${f.files} files, ${f.size}, each as it was packed.`,
	'restore.left': (f) => `Put back by hand, for it was not packed: ${f.name}`,
	'restore.neo4j': (f) =>
		`case.yaml names a Neo4j server. Where the case is no longer there: write store: duckdb in ${f.folder}/case.yaml, then either stay with that or copy the store to a server (liuxiang copy --to).`,
	'restore.next': (f) => `To check it: liuxiang verify "${f.folder}"`,
	'restore.exists': (f) =>
		`"${f.folder}" is there already. Nothing is restored over it: name a folder that is not there.`,
	'restore.missing': (f) => `There is no file "${f.file}". Name the backup to restore.`,
	'restore.no-backup': (f) =>
		`"${f.file}" is no backup of this program, or it was cut or its list is damaged. Nothing was restored. Use another backup.`,
	'restore.damaged': (f) =>
		`In the backup "${f.file}" the file "${f.name}" is damaged, missing or was not put there by this program. Nothing was restored. Use another backup.`,
	'step.backup-pack': () => 'packing',
	'step.backup-check': () => 'reading the backup back',
	'step.restore': () => 'unpacking and checking',
} satisfies Readonly<Record<string, Sentence>>;
