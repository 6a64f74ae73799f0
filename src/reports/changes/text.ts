import type { Changes } from '../../findings/changes/schema.ts';
import { fields, table } from '../text-table.ts';
import { visible } from '../visible.ts';
import type { Block } from './blocks.ts';
import { reportBlocks } from './report-blocks.ts';

/** The change report as text for a terminal or a mail. */
export function changesText(changes: Changes): string {
	return `${reportBlocks(changes).map(textOf).join('\n')}\n`;
}

function textOf(block: Block): string {
	switch (block.is) {
		case 'title':
			return `${visible(block.text)}\n${block.below}\n`;
		case 'facts':
			return fields(block.pairs);
		case 'verdict':
			return `\n${block.text}`;
		case 'alarm':
			return `! [${block.mark}] ${visible(block.text)}`;
		case 'heading':
			return `\n${block.text}\n${'='.repeat(2 * [...block.text].length)}`;
		case 'subheading':
			return `\n${block.text}`;
		case 'note':
			return visible(block.text);
		case 'table':
			return table(
				block.columns.map(({ title, as }) => (as === 'number' ? { title, align: 'right' } : { title })),
				block.rows,
			);
	}
}
