/** As the clock of this machine shows it, with its distance from UTC. */
export function localTime(ms: number): string {
	const ahead = -new Date(ms).getTimezoneOffset();
	const clock = new Date(ms + ahead * 60_000).toISOString().slice(0, 19).replace('T', ' ');
	const two = (part: number) => String(Math.floor(part)).padStart(2, '0');
	return `${clock} ${ahead < 0 ? '-' : '+'}${two(Math.abs(ahead) / 60)}:${two(Math.abs(ahead) % 60)}`;
}
