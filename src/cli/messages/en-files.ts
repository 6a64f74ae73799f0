import type { Sentence } from './words.ts';

const at = (path: unknown) => (path === '' ? 'A file of the case' : `"${path}"`);

/** What the system says of files and folders, to whoever has to mend it. */
export const files = {
	'files.full': (f) =>
		`${at(f.path)} could not be written: no room is left on its disk (${f.fault}). Make room and run again; nothing that was whole is lost.`,
	'files.refused': (f) =>
		`${at(f.path)}: the system does not let this program read or change it (${f.fault}). Check owner, permissions and whether the disk is mounted read-only, then run again.`,
	'files.too-many': (f) =>
		`${at(f.path)} could not be opened: the system allows no more open files (${f.fault}). Raise the limit (ulimit -n, LimitNOFILE) or end other programs, then run again.`,
	'files.not-made': (f) =>
		`The folder "${f.path}" could not be made. Make room if its disk is full, see that the folder above it is still there, then run again.`,
	'files.broken': (f) =>
		`${at(f.path)} could not be read or written: the disk or share fails (${f.fault}). Check it (dmesg, SMART, the network share) before anything else, then run again and let \`verify\` compare everything.`,
} as const satisfies Record<string, Sentence>;
