/** `0` -> `A`, `27` -> `AB`. */
export function columnName(index: number): string {
	let name = '';
	for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1)
		name = String.fromCharCode(65 + (rest % 26)) + name;
	return name;
}

/** A sheet's name as formulas quote it: `'附表3 逐笔明细'`. */
export function quotedSheet(name: string): string {
	return `'${name.replaceAll("'", "''")}'`;
}

/** What a workbook takes for a sheet's name: no more than 31 characters, none of `[]:*?/\`, no two equal ones. */
export class SheetNames {
	readonly #taken = new Set<string>();

	take(wanted: string): string {
		const plain = wanted.replaceAll(/[[\]:*?/\\']/g, ' ');
		for (let n = 1; ; n++) {
			const tail = n === 1 ? '' : ` (${n})`;
			const name = `${plain.slice(0, NAME_LENGTH_MAX - tail.length)}${tail}`;
			if (this.#taken.has(name.toLowerCase())) continue;
			this.#taken.add(name.toLowerCase());
			return name;
		}
	}
}

const NAME_LENGTH_MAX = 31;
