/** Lengths of time as diallers and time sheets print them: exact, or not read at all. */
import { parseAmount } from '../ledger/money.ts';

const DAY_SECONDS = 86_400;

/**
 * Seconds of `125`, `125秒`, `2分5秒`, `1小时2分`, `2:05` (minutes and seconds) or `1:02:05`.
 *
 * @returns undefined for every other text, and for more than a day
 */
export function secondsOf(text: string): number | undefined {
	const seconds = plainSeconds(text) ?? clockSeconds(text) ?? wordSeconds(text);
	return seconds === undefined || seconds > DAY_SECONDS ? undefined : seconds;
}

/**
 * Minutes of hours as `7.5`, `7.5小时`, `7:30` (hours and minutes) or `7小时30分`.
 *
 * @returns undefined for every other text, for what is no whole minute (`7.33`), and for more than a day
 */
export function minutesOfHours(text: string): number | undefined {
	const decimal = parseAmount(text.replace(/(?:个?小时|h)$/i, ''), 6);
	if (decimal.ok) return wholeMinutes(decimal.amount * 3600n, 1_000_000n);
	const clock = /^\d{1,2}:[0-5]\d$/.test(text) ? clockSeconds(`${text}:00`) : clockSeconds(text);
	return wholeMinutes(BigInt(clock ?? wordSeconds(text) ?? -1), 1n);
}

/** Minutes of `450` or `450分钟`; undefined for every other text, and for more than a day. */
export function minutesOf(text: string): number | undefined {
	const minutes = parseAmount(text.replace(/分钟?$/, ''), 0);
	return minutes.ok ? wholeMinutes(minutes.amount * 60n, 1n) : undefined;
}

function wholeMinutes(seconds: bigint, scale: bigint): number | undefined {
	if (seconds < 0n || seconds > BigInt(DAY_SECONDS) * scale || seconds % (60n * scale) !== 0n) return undefined;
	return Number(seconds / (60n * scale));
}

function plainSeconds(text: string): number | undefined {
	const match = /^(\d{1,6})(?:\.0{1,6})?秒?$/.exec(text);
	return match ? Number(match[1]) : undefined;
}

function clockSeconds(text: string): number | undefined {
	const match = /^(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)$/.exec(text);
	if (!match || (match[1] !== undefined && Number(match[2]) > 59)) return undefined;
	return Number(match[1] ?? 0) * 3600 + Number(match[2]) * 60 + Number(match[3]);
}

function wordSeconds(text: string): number | undefined {
	const match = /^(?:(\d{1,3})小?时)?(?:(\d{1,4})分钟?)?(?:(\d{1,5})秒)?$/.exec(text);
	if (!match || text === '') return undefined;
	return Number(match[1] ?? 0) * 3600 + Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0);
}
