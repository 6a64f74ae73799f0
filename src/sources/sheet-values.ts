/** What a spreadsheet does to numbers and times, undone. */
import { BigNumber } from 'bignumber.js';

/**
 * A number as a spreadsheet shows it: 15 significant digits, so that 548.58000000000004 is 548.58. From 10^15 on the
 * digits beyond the 15th are lost for good; such a number stays in scientific form, which no reader takes for a whole
 * card number or amount.
 */
export function textOfNumber(value: number): string {
	if (Math.abs(value) >= 1e15) return value.toExponential(14).replace('e', 'E');
	if (Number.isInteger(value)) return String(value);
	const text = value.toPrecision(15);
	return text.includes('e') ? new BigNumber(text).toFixed() : text.replace(/0+$/, '');
}

/** 31 December 9999, the last day that a spreadsheet knows. */
const SERIAL_MAX = 2_958_465;

/** A date serial as `YYYY-MM-DD HH:MM:SS`, without the time of day where the format shows none; a number where it is none. */
export function textOfSerial(serial: number, format: string): string {
	if (!(serial >= 0 && serial < SERIAL_MAX + 1)) return textOfNumber(serial);
	const seconds = Math.round(serial * 86_400);
	// Day 60 is the 29 February 1900 that never was; no evidence is as old as that.
	const iso = new Date(Date.UTC(1899, 11, 30) + seconds * 1000).toISOString();
	if (serial < 1) return iso.slice(11, 19);
	return /[hHsS]/.test(format) || seconds % 86_400 !== 0
		? `${iso.slice(0, 10)} ${iso.slice(11, 19)}`
		: iso.slice(0, 10);
}
