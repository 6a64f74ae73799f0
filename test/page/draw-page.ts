import { build } from 'esbuild';
import { page as part } from '../../src/reports/package/page.ts';
import { pageCase } from './page-case.ts';

/** The program of the page, bundled as `npm run build` does. */
export async function pageScript(): Promise<string> {
	const bundle = { bundle: true, minify: true, format: 'iife', charset: 'utf8', write: false } as const;
	const built = await build({ ...bundle, entryPoints: ['src/page/main.ts'] });
	return built.outputFiles[0]?.text ?? '';
}

/** The page of `pageCase`, whole. */
export async function drawPage(script: string, noise: number, language: 'zh' | 'en' = 'zh'): Promise<string> {
	const nothing = async () => new Uint8Array();
	const assets = { font: nothing, pdf: nothing, pageScript: async () => script };
	const [only] = part.files({ ...pageCase(noise, language), assets });
	let text = '';
	for await (const piece of only?.content() ?? []) text += piece;
	return text;
}
