import type { Sentence } from './words.ts';

/** How a hash is shown: whole, because somebody will compare it. */
const hashes = (was: unknown, is: unknown) => `\n      listed: ${was}\n      now:    ${is}`;

/** What `verify` says. Each sentence states what was compared with what, and nothing beyond. */
export const verify = {
	'verify.purpose': () =>
		'Check a case or a package: hash everything again, compute everything again from the evidence, say what differs',
	'verify.package': () => 'A package that was handed over, checked by what lies in it, without its case',
	'verify.both': () => 'Name a case folder or a package, not both: a package is checked by itself.',
	'verify.example': () => 'inputs, store, reports and packages of a case, and all results computed again',
	'verify.example-package': () => 'a package that was handed over, without the case',
	'verify.no-package': (f) =>
		`"${f.folder}" is no package: neither manifest.json nor SHA256SUMS is there. Name the folder that was handed over.`,
	'step.verify.files': () => 'hashing reports and packages',
	'step.verify.inputs': () => 'hashing evidence and settings',
	'step.verify.store': () => 'reading the whole store',
	'verify.head': (f) => `${f.case}, ${f.run}, computed by ${f.program}`,
	'verify.head-unknown': () =>
		'Of which case and run this is cannot be told: the manifest is missing or cannot be read.',
	'verify.equal': () => 'equal  ',
	'verify.differs': () => 'DIFFERS',
	'verify.check.files': (f) => `${f.compared} files in ${f.folder}, each against manifest.json and SHA256SUMS`,
	'verify.check.inputs': (f) =>
		`${f.compared} files of evidence and settings, as they are now against as they were at the run`,
	'verify.check.law': (f) => `${f.compared} files of law that ship with the program, against those of the run`,
	'verify.check.register': (f) =>
		`${f.compared} files whose hash was recorded in the register (evidence.csv), against the hash at the run`,
	'verify.check.decisions': (f) => `${f.compared} decisions, those in decisions.csv now against those of the run`,
	'verify.check.settings': (f) =>
		`${f.compared} settings that could move a figure, as they are now against as they were at the run`,
	'verify.check.store': () => 'the store, read whole, against its fingerprint after the run',
	'verify.check.results': (f) =>
		`${f.compared} files of results, computed again from the inputs as they are now, byte for byte against those in the report folder`,
	'verify.check.rejects': (f) => `${f.compared} files of unreadable rows, against those that come out again`,
	'verify.changed': (f) =>
		`"${f.file}" is not what is listed: ${f.size} bytes listed, ${f.sizeNow} bytes now. SHA-256${hashes(f.sha256, f.sha256Now)}`,
	'verify.changed-sum': (f) => `"${f.file}" is not what SHA256SUMS lists. SHA-256${hashes(f.sha256, f.sha256Now)}`,
	'verify.missing': (f) => `"${f.file}" is listed (${f.size} bytes, SHA-256 ${f.sha256}) and not there.`,
	'verify.missing-sum': (f) => `"${f.file}" is listed in SHA256SUMS (${f.sha256}) and not there.`,
	'verify.added': (f) => `"${f.file}" is there and was not listed.`,
	'verify.no-file': (f) =>
		`"${f.file}" is no file but a link or something like it; nothing of the kind was put there by the program.`,
	'verify.unreadable': (f) =>
		`"${f.file}" is there and cannot be opened, so nothing can be said of it. Check its permissions.`,
	'verify.sm3': (f) =>
		`The bytes of "${f.file}" have the SHA-256 that is listed, and not the SM3: the list was changed. SM3${hashes(f.sm3, f.sm3Now)}`,
	'verify.no-list': (f) => `The list ${f.file} is missing; what it listed cannot be checked by it.`,
	'verify.list-unreadable': (f) => `The list ${f.file} cannot be read any more: it was changed.`,
	'verify.list-form': (f) => `${f.file} says the same and is not written as the program writes it: it was changed.`,
	'verify.odd-line': (f) => `Line ${f.line} of ${f.file} is no line of such a list: it was changed.`,
	'verify.unlisted': (f) => `"${f.file}" stands in one list and not in ${f.list}: one of the lists was changed.`,
	'verify.lists-disagree': (f) =>
		`The two lists do not agree on "${f.file}": one of them was changed.\n      manifest.json: ${f.manifest}\n      SHA256SUMS:    ${f.sums}\n      the file now:  ${f.sha256Now === '' ? 'not there' : f.sha256Now}`,
	'verify.setting': (f) => `Setting ${f.key}: "${f.was}" at the run, "${f.is}" now.`,
	'verify.decision-then': (f) =>
		`Line ${f.line} at the run: ${f.act} "${f.value}" on ${f.subject}, by "${f.by}", because "${f.why}" (${f.at}).`,
	'verify.decision-now': (f) =>
		`Line ${f.line} now: ${f.act} "${f.value}" on ${f.subject}, by "${f.by}", because "${f.why}" (${f.at}).`,
	'verify.register': (f) =>
		`"${f.file}" was not what was received when the case was run. SHA-256\n      recorded: ${f.recorded}\n      at the run: ${f.sha256}`,
	'verify.store-evidence': (f) =>
		`What was read of the evidence is not what the store held after the run. Fingerprint${hashes(f.was, f.is)}`,
	'verify.store-decisions': (f) =>
		`The decisions are not those that the store held after the run. Fingerprint${hashes(f.was, f.is)}`,
	'verify.store-run': (f) =>
		`Transfers and findings are not those that the store held after the run. Fingerprint${hashes(f.was, f.is)}`,
	'verify.count': (f) => `${f.what}: ${f.was} recorded, ${f.is} now.`,
	'verify.sum': (f) => `${f.what}: ${f.was} yuan recorded, ${f.is} now.`,
	'verify.asset': (f) => `Sum of all transfers in ${f.asset}, smallest units: ${f.was} recorded, ${f.is} now.`,
	'verify.result': (f) =>
		`"${f.file}" does not come out as it lies there: first difference in line ${f.line}, byte ${f.byte}.${f.here === '' && f.computed === '' ? '' : `\n      lies there:     ${f.here}\n      computed again: ${f.computed}`}`,
	'verify.result-missing': (f) => `"${f.file}" comes out of the inputs and is not there.`,
	'verify.result-extra': (f) => `"${f.file}" is listed and does not come out of the inputs.`,
	'verify.list-wrong': (f) =>
		`"${f.file}" comes out as it lies there; manifest.json lists another hash for it: the list was changed.`,
	'verify.not-computed': () => 'The results could not be computed again:',
	'verify.figure': (f) => `${f.person}, ${f.figure}: ${f.was} yuan recorded, ${f.is} computed again.`,
	'verify.person': (f) => `${f.person}: no figure differs; differing: ${f.parts}.`,
	'verify.person-gone': (f) => `${f.person} stands in the results and not in those computed again.`,
	'verify.person-new': (f) => `${f.person} stands in the results computed again and not in those that lie there.`,
	'verify.file-gone': (f) => `"${f.file}" was evidence of the run and is not now.`,
	'verify.file-new': (f) => `"${f.file}" is evidence now and was not at the run.`,
	'verify.file-other': (f) => `"${f.file}" holds other bytes than at the run.`,
	'verify.more': (f) => `… and ${f.count} more differences of this kind.`,
	'verify.parts': (f) => `Parts of findings.json that differ beside these: ${f.parts}.`,
	'verify.notes': () => 'Limits of this check:',
	'verify.version': (f) =>
		`The run was computed by ${f.recorded}, this is ${f.program}. Differences may come from that; to rule it out, check with the version of the run.`,
	'verify.not-kept': () =>
		'This case does not keep the answers of a chain (keep_answers: false). What came from there cannot be computed again without asking the chain.',
	'verify.no-store': (f) =>
		`The store "${f.file}" is not there and was not checked. It holds nothing that the next run does not make anew.`,
	'verify.no-inputs': (f) =>
		`Without "${f.file}" nothing tells what the inputs were; inputs, store and results were not checked.`,
	'verify.other-run': (f) =>
		`The package "${f.folder}" was drawn from ${f.run}; the last run is ${f.last}. Its files were checked by its own lists alone.`,
	'verify.seal': (f) => `Seal (SHA-256 of SHA256SUMS): ${f.seal}`,
	'verify.seal-meaning': () =>
		'Lists and files can be replaced together. That these are the ones that were handed over shows only where this seal equals the one in the record of the handing over.',
	'verify.all-equal': () => 'Nothing differs.',
	'verify.some-differ': (f) => `${f.count} differences.`,
	'verify.what.rows': () => 'rows read',
	'verify.what.rejected': () => 'unreadable rows',
	'verify.what.inflow': () => 'inflow of the case',
	'verify.what.kept': () => 'kept by all, after operating costs',
	'verify.what.operating': () => 'operating costs',
	'verify.what.unresolved': () => 'unresolved',
} as const satisfies Readonly<Record<string, Sentence>>;
