const DAY_MS = 86_400_000;
const NOON_MS = DAY_MS / 2;

/** A local day as a number that grows by one a day, and which part of it. */
export interface LocalDay {
	readonly day: number;
	/** Before local noon: what is paid then may be for the day before. */
	readonly morning: boolean;
}

export function localDay(instant: number, offsetMinutes: number): LocalDay {
	const local = instant + offsetMinutes * 60_000;
	const day = Math.floor(local / DAY_MS);
	return { day, morning: local - day * DAY_MS < NOON_MS };
}

/** The instant of local noon: safely inside a rule that begins or ends with a local day, whichever end it includes. */
export function noonOf(day: number, offsetMinutes: number): number {
	return day * DAY_MS + NOON_MS - offsetMinutes * 60_000;
}

/** The number of a day written `YYYY-MM-DD`. */
export function dayNumber(text: string): number {
	return Math.floor(Date.parse(`${text}T00:00:00Z`) / DAY_MS);
}

/** The day of a number, written `YYYY-MM-DD`. */
export function formatDayNumber(day: number): string {
	return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
