import type { Changes } from '../../findings/changes/schema.ts';
import { htmlHead } from '../html-head.ts';
import { escapeXml } from '../svg.ts';
import type { Block, Table } from './blocks.ts';
import { reportBlocks } from './report-blocks.ts';
import { STYLE } from './style.ts';

/**
 * The change report as one page, in pieces: without a script. Text from evidence goes in as text alone.
 */
export function* changesPage(changes: Changes): Generator<string> {
	const { language } = changes.case;
	const blocks = reportBlocks(changes);
	const title = blocks.find((block) => block.is === 'title')?.text ?? '';
	yield* htmlHead({ language, title: escapeXml(title), style: STYLE });
	yield '<body>\n<main>\n';
	for (const block of blocks) yield* htmlOf(block);
	yield '</main>\n</body>\n</html>\n';
}

function* htmlOf(block: Block): Generator<string> {
	switch (block.is) {
		case 'title':
			yield `<h1>${escapeXml(block.text)}</h1>\n<p class="below">${escapeXml(block.below)}</p>\n`;
			break;
		case 'facts':
			yield '<dl>';
			for (const [name, value] of block.pairs)
				yield `<div><dt>${escapeXml(name)}</dt><dd>${escapeXml(value)}</dd></div>`;
			yield '</dl>\n';
			break;
		case 'verdict':
			yield `<p class="verdict${block.calm ? ' calm' : ''}">${escapeXml(block.text)}</p>\n`;
			break;
		case 'alarm':
			yield `<p class="alarm${block.fresh ? ' fresh' : ''}" role="note"><b>${escapeXml(block.mark)}</b> ${escapeXml(block.text)}</p>\n`;
			break;
		case 'heading':
			yield `<h2>${escapeXml(block.text)}</h2>\n`;
			break;
		case 'subheading':
			yield `<h3>${escapeXml(block.text)}</h3>\n`;
			break;
		case 'note':
			yield `<p class="note">${escapeXml(block.text)}</p>\n`;
			break;
		case 'table':
			yield* tableOf(block);
	}
}

function* tableOf({ columns, rows }: Table): Generator<string> {
	const of = (index: number) => (columns[index]?.as === undefined ? '' : ` class="${columns[index].as}"`);
	yield '<div class="wide" tabindex="0"><table>\n<thead><tr>';
	for (const [index, { title }] of columns.entries()) yield `<th scope="col"${of(index)}>${escapeXml(title)}</th>`;
	yield '</tr></thead>\n<tbody>\n';
	for (const row of rows)
		yield `<tr>${columns.map((_, index) => `<td${of(index)}>${escapeXml(row[index] ?? '')}</td>`).join('')}</tr>\n`;
	yield '</tbody>\n</table></div>\n';
}
