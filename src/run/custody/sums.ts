import type { Listed } from '../../reports/custody/types.ts';

/** The file that common tools check a folder by. */
export const SUMS_FILE = 'SHA256SUMS';

/** Lines as `sha256sum` writes them. A name with a line break or a backslash is escaped as it does it. */
export function sumsText(files: readonly Pick<Listed, 'name' | 'sha256'>[]): string {
	return files
		.filter(({ sha256 }) => sha256 !== '')
		.map(({ name, sha256 }) => {
			const escaped = name.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
			return `${escaped === name ? '' : '\\'}${sha256}  ${escaped}\n`;
		})
		.join('');
}
/** The hashes that such lines state, by name; `odd` are lines that are none. */
export function readSums(text: string): {
	readonly sums: ReadonlyMap<string, string>;
	readonly odd: readonly number[];
} {
	const sums = new Map<string, string>();
	const odd: number[] = [];
	const lines = text.split('\n');
	if (lines.at(-1) === '') lines.pop();
	for (const [index, line] of lines.entries()) {
		const [, mark, sha256, name] = /^(\\?)([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
		if (sha256 === undefined || name === undefined) odd.push(index + 1);
		else sums.set(mark === '' ? name : unescaped(name), sha256);
	}
	return { sums, odd };
}

function unescaped(name: string): string {
	const meant: Readonly<Record<string, string>> = { n: '\n', r: '\r', '\\': '\\' };
	return name.replaceAll(/\\(.)/g, (_, code: string) => meant[code] ?? code);
}
