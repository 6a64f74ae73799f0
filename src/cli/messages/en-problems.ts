import { terms } from './en-terms.ts';
import type { Sentence } from './words.ts';

/** Why a cell is no good, in the words that `inspect` has for it. */
function rejected(reason: unknown): string {
	const words: Readonly<Record<string, Sentence>> = terms;
	return words[`reject.${reason}`]?.({}) ?? String(reason);
}

/**
 * What went wrong, where, and what to do: one line a code of `Problem`. Values stand in quotes. A new problem is a new
 * line here and in `zh-problems.ts`.
 */
export const problems = {
	'usage.arguments': (f) => `${f.message} (see liuxiang --help, or liuxiang <command> --help)`,
	'usage.time': (f) => `"${f.text}" is no time. Write a day (2023-03-01) or an instant (2023-03-01 12:00:05).`,
	'usage.amount': (f) => `"${f.text}" is no amount. Write whole units, such as 100 or 7.5.`,
	'usage.asset': (f) => `This case has no asset "${f.text}". It has: ${f.known}.`,
	'transfer.untraced': (f) =>
		`"${f.text}" is no transfer that is traced${f.reason === '' ? '' : ` (kept apart: ${f.reason})`}. Name a transfer of the ledgers, or an account that was paid.`,
	'decide.party': (f) =>
		`"${f.text}" is a person. A decision is on a transfer, a row, a cash-out, an attribution or an account: ${f.accounts}.`,
	'init.not-empty': (f) =>
		`The folder "${f.folder}" is not empty (it holds "${f.first}"). Name a new folder; nothing was written.`,
	'init.not-a-folder': (f) => `"${f.folder}" is not a folder. Name a new folder; nothing was written.`,
	'demo.folder-in-use': (f) =>
		`The folder "${f.folder}" holds something that is no demo case. Name another folder: liuxiang demo <folder>.`,
	'decide.one-act': (f) =>
		`A decision is exactly one of --confirm, --reject, --withdraw, --split, --dispute, --kind; given: "${f.given}".`,
	'case.missing': (f) =>
		`There is no case in "${f.folder}": case.yaml is missing. Make one with liuxiang init <folder>, or name the case's folder.`,
	'case.syntax': (f) =>
		`"${f.file}" is not valid YAML: ${f.text} (line ${f.line}). Mend that line; indentation is spaces, never TABs.`,
	'case.field': (f) =>
		`"${f.file}", line ${f.line}: the setting "${f.path}" is ${f.found}, which is not allowed: ${f.expected}. Mend it; docs/case-folder.md explains every setting.`,
	'store.newer-duckdb': (f) =>
		`The store "${f.path}" was written by a newer DuckDB. Use the newer liuxiang, or move the store away: it is rebuilt from the evidence.`,
	'store.damaged': (f) =>
		`The store "${f.path}" cannot be read. Move it away and run again: it is rebuilt from the evidence.`,
	'store.full': () =>
		'The disk is full: the store could not be written. Make room and run again; nothing read so far is lost.',
	'evidence.ambiguous': (f) =>
		`"${f.file}" looks like two formats: "${f.first}" and "${f.second}". It was not read. Give it a mapping of its own in case.yaml.`,
	'evidence.unknown': (f) =>
		`"${f.file}" is in no format this version reads. It stays listed. A table can be read by a mapping in case.yaml.`,
	'evidence.symlink': (f) =>
		`"${f.file}" is a symbolic link that leaves the case folder. It was not read. Put a copy of the file into evidence/.`,
	'evidence.zip-bomb': (f) =>
		`The archive "${f.file}" would unpack to far more than it is: it was not read. Unpack what is needed by hand and put that into evidence/.`,
	'evidence.zip-path': (f) =>
		`The archive "${f.file}" has an entry that would leave its folder. It was not read. Unpack it by hand and put the files into evidence/.`,
	'evidence.zip-password': (f) =>
		`The archive "${f.file}" needs a password. Unpack it by hand and put the files into evidence/.`,
	'evidence.zip-damaged': (f) =>
		`The archive "${f.file}" is damaged and was not read. Ask for it again, or repair a copy.`,
	'evidence.hash-differs': (f) =>
		`ALARM: "${f.file}" is not the file that was registered: its hash differs from the one in evidence.csv. Find out which one is right.`,
	'account.ambiguous': (f) => `"${f.text}" may mean more than one: ${f.choices}. Name one of them.`,
	'account.unknown': (f) =>
		`No account or person of this case is called "${f.text}". Write an account as network:handle (wechat:wxid_…), or look it up with liuxiang person <name>.`,
	'transfer.unknown': (f) =>
		`This case has no transfer, link or row "${f.text}". Ids stand in the ledgers and in liuxiang person.`,
	'person.unknown': (f) =>
		`No person of this case is called "${f.text}". Names and accounts stand in people.csv and accounts.csv.`,
	'report.missing': (f) => `The case in "${f.folder}" has no result yet. Run it first: liuxiang run "${f.folder}".`,
	'case.no-evidence': (f) =>
		`The case has no folder for evidence: "${f.folder}" is missing. Make it and put the files as received into it.`,
	'case.rate': (f) =>
		`The rate "${f.min}" to "${f.max}" (${f.source}) in cash_outs.rates is none: both must be above 0 and the first not above the second. Mend it in case.yaml.`,
	'mapping.field': (f) =>
		`The mapping "${f.mapping}" in case.yaml names a field "${f.field}" that there is not. docs/case-folder.md lists the fields.`,
	'mapping.columns': (f) =>
		`The mapping "${f.mapping}" in case.yaml lacks the column for "${f.field}". Add it under "columns".`,
	'mapping.asset': (f) =>
		`The mapping "${f.mapping}" in case.yaml uses the asset "${f.asset}", whose decimals nobody has stated. Add it under "assets".`,
	'evidence.missing': (f) => `There is no file or folder "${f.file}". Check the name.`,
	'evidence.unreadable': (f) => `"${f.file}" cannot be opened (${f.fault}). Check its permissions; it was not read.`,
	'evidence.reader-failed': (f) =>
		`Reading "${f.file}" failed: ${f.text}. It was not read; this is a bug in liuxiang, please report it.`,
	'evidence.too-large': (f) =>
		`"${f.file}" has ${f.bytes} bytes, more than the ${f.max} that are read of such a file. It was not read; split it.`,
	'evidence.workbook-too-large': (f) =>
		`The workbook "${f.file}" has ${f.bytes} bytes, too many to be opened at once. It was not read; save its sheets as CSV.`,
	'evidence.workbook-damaged': (f) =>
		`The workbook "${f.file}" is damaged and was not read. Ask for it again, or save a copy from a spreadsheet program.`,
	'evidence.left-behind': (f) =>
		`"${f.file}" was left behind by an operating system or office program: it is no evidence and was passed over.`,
	'evidence.link-inside': (f) =>
		`"${f.file}" is a link to another file of the case, which is read itself: the link was passed over.`,
	'evidence.not-a-file': (f) => `"${f.file}" is neither a file nor a folder. It was not read.`,
	'evidence.zip-nested': (f) =>
		`"${f.file}" is an archive inside an archive, too deep or too large to be read in place. Unpack the outer one by hand and put the inner one into evidence/.`,
	'evidence.zip-duplicate': (f) =>
		`The archive has two entries called "${f.file}": the second one was not read. Unpack it by hand under another name.`,
	'trace.amount-too-large': (f) =>
		`The transfer "${f.transfer}" moves ${f.amount} smallest units of "${f.asset}", more than can be traced exactly. Check its row and the asset's decimals.`,
	'trace.total-too-large': (f) =>
		`All transfers of "${f.asset}" sum to ${f.total} smallest units, more than can be traced exactly. Check the asset's decimals.`,
	'store.locked': (f) =>
		`The store "${f.path}" is in use by ${f.pid === '' ? 'another process' : `process ${f.pid}`}. Wait until that run has ended, or end that process, then try again.`,
	'store.newer': (f) =>
		`The store "${f.path}" was written by a newer liuxiang (schema ${f.version}; this one knows ${f.known}). Use the newer liuxiang, or move the store away and run again: it is rebuilt from the evidence.`,
	'store.foreign': (f) =>
		`"${f.path}" is a database, but not one of this liuxiang (${f.detail}). Move it away and run again: the store is rebuilt from the evidence.`,
	'store.unreachable': (f) =>
		`The store "${f.path}" cannot be opened (${f.detail}). Check the folder and its permissions.`,
	'store.memory': (f) =>
		`There is not enough memory to work on the store "${f.path}". Close other programs, or use a machine with more.`,
	'store.busy': (f) =>
		`The store "${f.path}" was changed by something else at the same time. Nothing was lost: run again.`,
	'store.cut': (f) =>
		`Reading the store "${f.path}" ended early: ${f.got} rows instead of ${f.expected}. Run again; if it stays so, move the store away: it is rebuilt from the evidence.`,
	'store.unknown-kind': (f) =>
		`A store at "${f.scheme}://" cannot be used in this version: set "store: duckdb" in case.yaml. liuxiang doctor only tries the address.`,
	'case.cell': (f) =>
		`"${f.file}", row ${f.row}, ${f.cell}: "${f.value}" cannot be used, because ${rejected(f.reason)}. Mend the cell and run again.`,
	'decisions.encoding': (f) =>
		`"${f.file}" is not UTF-8, probably because a spreadsheet saved it. Save it as "CSV UTF-8" and decide again; nothing was written.`,
	'decisions.columns': (f) =>
		`"${f.file}" lacks a column of decisions: its header should be "${f.columns}". Mend the header and decide again; nothing was written.`,
} satisfies Readonly<Record<string, Sentence>>;
