import { visible } from '../visible.ts';
import { escapedCell, MAIN, XML } from './xml.ts';

/** Texts that come back again and again are kept once; the table is bounded, what no longer fits stands in its cell. */
const KEPT_MAX = 50_000;

/** What a cell of a spreadsheet can hold, less some room for half a character that was cut and is shown as its code. */
const LENGTH_MAX = 32_767 - 16;

/** The text cells of a workbook. Every text is a text cell, whatever it begins with: never a formula, never a number. */
export class Strings {
	readonly #known = new Map<string, number>();
	readonly #cut: string;

	/** @param cut said at the end of a text that is longer than a cell can hold */
	constructor(cut: string) {
		this.#cut = cut;
	}

	/** What follows the cell's place and style: `t="s"><v>12</v></c>`. */
	cell(value: string): string {
		const known = this.#known.get(value);
		if (known !== undefined) return ` t="s"><v>${known}</v></c>`;
		if (this.#known.size >= KEPT_MAX)
			return ` t="inlineStr"><is><t xml:space="preserve">${this.#xmlOf(value)}</t></is></c>`;
		const index = this.#known.size;
		this.#known.set(value, index);
		return ` t="s"><v>${index}</v></c>`;
	}

	/** `xl/sharedStrings.xml`; asked for last. */
	*xml(): Generator<string> {
		yield `${XML}<sst xmlns="${MAIN}" uniqueCount="${this.#known.size}">`;
		for (const value of this.#known.keys()) yield `<si><t xml:space="preserve">${this.#xmlOf(value)}</t></si>`;
		yield '</sst>';
	}

	#xmlOf(value: string): string {
		const shown = visible(value);
		return escapedCell(
			shown.length > LENGTH_MAX ? `${shown.slice(0, LENGTH_MAX - this.#cut.length)}${this.#cut}` : shown,
		);
	}
}
