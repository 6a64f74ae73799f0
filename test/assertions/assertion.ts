/** What the program asserts of itself, and which tests show it. */
export interface Assertion {
	/** `R-01`: the letter of its area, and its number there, never given anew. */
	readonly id: string;
	/** What holds, in one sentence. */
	readonly says: string;
	/** None where nothing shows it: then `shortfall` says so. */
	readonly tests: readonly TestRef[];
	/** What is not met, or not shown. */
	readonly shortfall?: string;
}

/** Tests of a file whose titles hold these words, as the file or the suite that it calls has them. */
export interface TestRef {
	readonly file: string;
	readonly title: string;
}

/** The assertions of one room of the house. */
export interface Area {
	readonly title: string;
	readonly assertions: readonly Assertion[];
}

/** An assertion that the tests of one file show. */
export function assertion(id: string, says: string, file: string, ...titles: string[]): Assertion {
	return { id, says, tests: titles.map((title) => ({ file: `test/${file}.test.ts`, title })) };
}

/** The same, also shown by the tests of another file. */
export function also(one: Assertion, file: string, ...titles: string[]): Assertion {
	return { ...one, tests: [...one.tests, ...assertion('', '', file, ...titles).tests] };
}

/** The same, with what it falls short of. */
export function short(one: Assertion, shortfall: string): Assertion {
	return { ...one, shortfall };
}

/** What ought to hold, and nothing shows. */
export function unshown(id: string, says: string, shortfall: string): Assertion {
	return { id, says, tests: [], shortfall };
}
