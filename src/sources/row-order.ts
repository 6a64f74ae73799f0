import { TimeReader } from './cells.ts';
import { cellOf } from './headed.ts';
import type { Header } from './header.ts';
import type { TableRow } from './rows.ts';

/**
 * The place of a row in time order among the rows of its file: by its number where the file runs from oldest to newest,
 * against it where it runs the other way. Which way it runs is read from its first rows' times.
 *
 * @param start the first stretch of rows
 * @param lastRow highest row number of the file
 */
export function sequencer<Field extends string>(
	start: readonly TableRow[],
	header: Header<Field>,
	time: Field,
	offsetMinutes: number,
	lastRow: number,
): (row: number) => number {
	const times = new TimeReader(offsetMinutes);
	const instants = start.map((row) => times.read(cellOf(row, header, time))?.instant);
	return runsNewestFirst(instants) ? (row) => lastRow - row : (row) => row - 1;
}

/**
 * Whether rows run from newest to oldest: more neighbours step back than forward.
 *
 * @param instants as printed one after the other; undefined where a row has no readable time
 */
export function runsNewestFirst(instants: Iterable<number | undefined>): boolean {
	let forward = 0;
	let back = 0;
	let before: number | undefined;
	for (const instant of instants) {
		if (instant === undefined) continue;
		if (before !== undefined && instant > before) forward += 1;
		if (before !== undefined && instant < before) back += 1;
		before = instant;
	}
	return back > forward;
}
