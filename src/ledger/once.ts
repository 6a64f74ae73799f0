/** A statement that names the row it stands in, `<file hash>:<sheet>:<row>`. */
interface Placed {
	readonly evidence: string;
}

/**
 * Statements of several files, each as often as the one file shows it that shows it most: an export that was made twice,
 * or two that overlap, say the same thing twice; equal rows of one file are as many things as there are rows.
 *
 * @param keyOf what makes two statements equal
 * @returns in the order given, of equal ones those of the file that comes first among the fullest
 */
export function onceAcrossFiles<T extends Placed>(statements: readonly T[], keyOf: (statement: T) => string): T[] {
	const files = new Set(statements.map(fileOf));
	if (files.size < 2) return [...statements];
	const counts = new Map<string, Map<string, number>>();
	for (const statement of statements) {
		const key = keyOf(statement);
		const byFile = counts.get(key) ?? new Map<string, number>();
		counts.set(key, byFile.set(fileOf(statement), (byFile.get(fileOf(statement)) ?? 0) + 1));
	}
	const fullest = new Map([...counts].map(([key, byFile]) => [key, fullestOf(byFile)]));
	return statements.filter((statement) => fullest.get(keyOf(statement)) === fileOf(statement));
}

/** The file of a statement, by its hash. */
export function fileOf({ evidence }: Placed): string {
	return evidence.slice(0, evidence.indexOf(':'));
}

/** Of equally full files the one with the lower hash: the order in which files came plays no part. */
function fullestOf(byFile: ReadonlyMap<string, number>): string {
	const [first] = [...byFile].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
	return first?.[0] ?? '';
}
