import type { Area, Assertion } from './assertion.ts';
import { meant, type Told } from './results.ts';

/** `met`: each of its tests ran and passed; `not run`: one of them did not; `not shown`: it has none. */
export type Result = 'met' | 'not met' | 'not run' | 'not shown';

export function resultOf({ tests }: Assertion, told: readonly Told[]): Result {
	if (tests.length === 0) return 'not shown';
	const ran = tests.map((test) => meant(test, told));
	if (ran.some((list) => list.some(({ passed }) => !passed))) return 'not met';
	return ran.every((list) => list.length > 0) ? 'met' : 'not run';
}

const HEAD = `# Assertions

What the program asserts of itself, one by one, with the tests that show it and how they ended: the way in which forensic tools
are tested and reported. \`npm run assertions\` writes this page from a run of the tests; it is not written by hand. *met*: every
test named ran and passed. *not met*: one failed. *not run*: the run left one out. *not shown*: no test shows it; why, or what
does not hold, stands below it. What a met assertion falls short of stands below it too.
`;

/** The page, from the assertions and what a run told. */
export function assertionPage(areas: readonly Area[], told: readonly Told[]): string {
	const all = areas.flatMap(({ assertions }) => assertions);
	const results = all.map((one) => resultOf(one, told));
	const counted = (['met', 'not met', 'not run', 'not shown'] as const).map(
		(result) => `${results.filter((each) => each === result).length} ${result}`,
	);
	const limited = all.filter(({ tests, shortfall }) => tests.length > 0 && shortfall !== undefined).length;
	return [
		HEAD,
		`**${all.length} assertions: ${counted.join(', ')}; ${limited} of those with a test fall short of something.**`,
		...areas.flatMap(({ title, assertions }) => [
			'',
			`## ${title}`,
			'',
			'| | assertion | result | shown by |',
			'|---|---|---|---|',
			...assertions.map((one) => line(one, resultOf(one, told))),
		]),
		'',
	].join('\n');
}

function line({ id, says, tests, shortfall }: Assertion, result: Result): string {
	const told = shortfall === undefined ? says : `${says}<br>*Falls short:* ${shortfall}`;
	const files = [...new Set(tests.map(({ file }) => file))];
	const shown = files.map((file) => {
		const titles = tests.filter((test) => test.file === file).map(({ title }) => `“${title}”`);
		return `\`${file}\`: ${titles.join(', ')}`;
	});
	return `| ${id} | ${told} | ${result} | ${shown.join('<br>')} |`;
}
