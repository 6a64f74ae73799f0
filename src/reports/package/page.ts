import { fileName } from '../file-name.ts';
import { caseBlock } from '../page/case-block.ts';
import { html, jsonPieces } from '../page/html.ts';
import { rowsBlock } from '../page/rows-block.ts';
import { underBlock } from '../page/under-block.ts';
import { pageEn } from '../words-page-en.ts';
import { pageZh } from '../words-page-zh.ts';
import type { PackageInput, PackagePart } from './part.ts';

/** The page that answers questions without network: every transfer, and the trace worked out in it. */
export const page: PackagePart = {
	id: 'page',
	*files(input) {
		yield { path: fileName(input.findings, 'page', 'html'), content: () => pieces(input) };
	},
};

async function* pieces(input: PackageInput): AsyncGenerator<string> {
	const { findings, rows, figureTransfers, terms, assets } = input;
	const words = findings.case.language === 'zh' ? pageZh : pageEn;
	const block = rowsBlock(
		rows,
		findings.people.map(({ id }) => id),
	);
	const told = caseBlock(input, block.assets, words);
	const under = underBlock(findings, figureTransfers, terms, block, words);
	const blocks = { case: told, rows: jsonPieces(block.rows), under: jsonPieces(under) };
	yield* html(blocks, await assets.pageScript());
}
