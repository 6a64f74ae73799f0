import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Assets } from '../../reports/package/part.ts';
import { setApart } from './set-apart.ts';

const FONTS = { regular: '400Regular/NotoSansSC_400Regular.ttf', bold: '700Bold/NotoSansSC_700Bold.ttf' } as const;

/** What ships with the program: fonts from their package, the page's script from the build. */
export const ASSETS: Assets = {
	font: async (weight) =>
		await readFile(createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans-sc/${FONTS[weight]}`)),
	pageScript: async () => await readFile(built('dist/page/page.js'), 'utf8'),
	pdf: setApart,
};

/** A file that `npm run build` makes: beside the sources, or above what was compiled. */
function built(path: string): string {
	for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
		if (existsSync(join(folder, path))) return join(folder, path);
		if (dirname(folder) === folder) throw new Error(`${path} is missing above the program: npm run build makes it`);
	}
}
