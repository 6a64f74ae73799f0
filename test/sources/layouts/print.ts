/** How exports print amounts, times and cells. */

/** `1234.5` of 12345 with 1 decimal; `style` 1 puts commas between thousands, 2 drops zeros at the end. */
export function decimal(units: bigint, decimals: number, style = 0): string {
	const digits = units.toString().padStart(decimals + 1, '0');
	const whole = digits.slice(0, digits.length - decimals);
	const fraction = digits.slice(digits.length - decimals);
	const shown = style === 2 ? fraction.replace(/0+$/, '') : fraction;
	const grouped = style === 1 ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
	return shown === '' ? grouped : `${grouped}.${shown}`;
}

/** `2023-08-01 12:00:05` in a zone so many minutes east of UTC; default Chinese time. */
export function clock(instant: number, offsetMinutes = 480): string {
	return new Date(instant + offsetMinutes * 60_000).toISOString().slice(0, 19).replace('T', ' ');
}

/** A CSV line; cells that need quotes have them, and all have where `always`. */
export function csv(cells: readonly string[], always = false): string {
	return cells.map((cell) => (always || /[",\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}

/** Cells in the order of a header's names; columns that are not given are empty. */
export function inOrder(header: readonly string[], cells: Readonly<Record<string, string>>): string[] {
	for (const name of Object.keys(cells)) if (!header.includes(name)) throw new Error(`no column ${name}`);
	return header.map((name) => cells[name] ?? '');
}
