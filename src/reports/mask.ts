import { handleOf, networkOf } from '../ledger/account.ts';

/**
 * An account for a chart: network, and the first 4 and last 4 characters of its handle. A firm's or a network's own
 * (`…:@fee`) is nobody's, and stays as it is; so does other text.
 */
export function maskAccount(note: string): { readonly network: string; readonly handle: string } {
	if (!/^[a-z][a-z0-9-]*:\S/.test(note)) return { network: '', handle: note };
	if (handleOf(note).startsWith('@')) return { network: networkOf(note), handle: handleOf(note) };
	const handle = [...handleOf(note)];
	// Masked already, maybe with the number that tells equal ones apart.
	if (handle.includes('…')) return { network: networkOf(note), handle: handleOf(note) };
	return { network: networkOf(note), handle: handle.length <= 8 ? maskMiddle(handle, 2, 2, '*') : ends(handle) };
}

function ends(handle: readonly string[]): string {
	return `${handle.slice(0, 4).join('')}…${handle.slice(-4).join('')}`;
}

function maskMiddle(characters: readonly string[], head: number, tail: number, star: string): string {
	if (characters.length <= head + tail) return star.repeat(characters.length);
	const middle = characters.length - head - tail;
	return characters.slice(0, head).join('') + star.repeat(middle) + characters.slice(-tail).join('');
}
