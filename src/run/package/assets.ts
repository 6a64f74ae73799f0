import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Assets } from '../../reports/package/part.ts';

const FONTS = { regular: '400Regular/NotoSansSC_400Regular.ttf', bold: '700Bold/NotoSansSC_700Bold.ttf' } as const;

/** What ships with the program: fonts from their package, the page's script from the build. */
export const ASSETS: Assets = {
	font: async (weight) =>
		await readFile(createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans-sc/${FONTS[weight]}`)),
	pageScript: async () => '',
};
