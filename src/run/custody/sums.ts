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
