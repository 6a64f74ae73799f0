import type { TestRef } from './assertion.ts';

/** One test as a run tells of it: `ledger › money › reads 1.00 exactly`. */
export interface Told {
	readonly title: string;
	readonly passed: boolean;
}

const PASSED = [/^ok \d+ - (?<title>.*)$/, /^ +[✔√] (?<title>.*?)(?: \(\d[^()]*\))?$/];
const FAILED = [/^not ok \d+ - (?<title>.*)$/, /^ +[✘✖×] \[fail\]: (?<title>.*)$/];
const SKIPPED = / # SKIP\b/;

/** The tests that the output of a run tells of, as TAP or as AVA prints it for people. Skipped ones are none. */
export function toldBy(output: string): Told[] {
	const told: Told[] = [];
	for (const line of output.split('\n')) {
		// biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal are taken away
		const plain = line.replaceAll(/\u001b\[[0-9;]*m/g, '').trimEnd();
		if (SKIPPED.test(plain)) continue;
		const title = (lines: readonly RegExp[]) => lines.map((form) => form.exec(plain)?.groups?.title).find(Boolean);
		const [passed, failed] = [title(PASSED), title(FAILED)];
		if (passed !== undefined) told.push({ title: passed, passed: true });
		else if (failed !== undefined) told.push({ title: failed, passed: false });
	}
	return told;
}

/** Those of them that a reference means. */
export function meant({ file, title }: TestRef, told: readonly Told[]): Told[] {
	const room = `${file
		.replace(/^test\//, '')
		.replace(/\.test\.ts$/, '')
		.split('/')
		.join(' › ')} › `;
	return told.filter((test) => test.title.startsWith(room) && test.title.slice(room.length).includes(title));
}
