import type { Block, Section } from './bridge-blocks.ts';

/** One leg of a box, in points. */
export const LEG = 20;
export const HEADING = 17;
const BLOCK_GAP = 6;
/** Room for the texts over and under the line between two boxes. */
const BLOCK_LEAST = 24;

/** A block, or a part of one with more legs than a page holds, with its place below the top of the drawing. */
export interface PlacedBlock {
	readonly block: Block;
	readonly top: number;
	readonly height: number;
	/** Not the first part. */
	readonly continued: boolean;
}

/** A person's heading. */
export interface PlacedHeading {
	readonly section: Section;
	readonly top: number;
	/** The person's blocks began on a page before. */
	readonly continued: boolean;
}

export interface BridgePage {
	readonly headings: readonly PlacedHeading[];
	readonly blocks: readonly PlacedBlock[];
}

/** Sets blocks under one another on pages of a height; each page names whose blocks it begins with. */
export function pagesOf(sections: readonly Section[], height: number): readonly BridgePage[] {
	const pages: { headings: PlacedHeading[]; blocks: PlacedBlock[] }[] = [];
	let top = Number.POSITIVE_INFINITY;
	const legsMax = Math.floor((height - HEADING - BLOCK_GAP - 4) / LEG);
	for (const section of sections) {
		let continued = false;
		const parts = section.blocks.flatMap((block) => partsOf(block, legsMax));
		for (const [index, { block, first }] of parts.entries()) {
			const own = heightOf(block);
			const needed = (index === 0 ? HEADING : 0) + own;
			if (top + needed > height) {
				pages.push({ headings: [], blocks: [] });
				top = 0;
			}
			const page = pages.at(-1) as (typeof pages)[number];
			if (index === 0 || top === 0) {
				page.headings.push({ section, top, continued });
				top += HEADING;
			}
			page.blocks.push({ block, top, height: own, continued: !first });
			top += own + BLOCK_GAP;
			continued = true;
		}
		top += BLOCK_GAP;
	}
	return pages;
}

function heightOf({ coins, yuan }: Block): number {
	return Math.max(BLOCK_LEAST, boxHeight(coins.length), boxHeight(yuan.length));
}

export function boxHeight(legs: number): number {
	return legs * LEG + 4;
}

function partsOf(block: Block, most: number): { readonly block: Block; readonly first: boolean }[] {
	const count = Math.max(1, Math.ceil(Math.max(block.coins.length, block.yuan.length) / most));
	return Array.from({ length: count }, (_, i) => {
		const cut = <Row>(rows: readonly Row[]) => rows.slice(i * most, (i + 1) * most);
		return { block: { ...block, coins: cut(block.coins), yuan: cut(block.yuan) }, first: i === 0 };
	});
}
