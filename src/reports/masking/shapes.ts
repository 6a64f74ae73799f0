/** What is left of a number after masking. Each hides more than half of what identifies. */

const MOBILE = /^1[3-9]\d{9}$/;
const IDENTITY = /^(?:\d{17}[\dXx]|\d{15})$/;

/**
 * An identity number with its first 3 and last 4 characters. A mask that keeps six would show the county, and the
 * eight that follow the date of birth. Of a passport or a permit a third is shown at most.
 */
export function maskIdentity(identity: string): string {
	const characters = [...identity.trim()];
	if (characters.length >= 15) return middle(characters, 3, 4);
	const shown = characters.length < 8 ? 0 : Math.floor(characters.length / 6);
	return middle(characters, shown, shown);
}

export function isIdentity(text: string): boolean {
	return IDENTITY.test(text.trim());
}

export function maskMobile(number: string): string {
	return middle([...number], 3, 4);
}

/** A mail address with its first character and its host. */
export function maskMail(mail: string): string {
	const at = mail.lastIndexOf('@');
	return `${mail.slice(0, 1)}***${mail.slice(at)}`;
}

/** A card or an account: 4 characters at both ends; of a short one a quarter. */
export function maskHandle(handle: string): string {
	const characters = [...handle];
	if (characters.length >= 12) return `${characters.slice(0, 4).join('')}…${characters.slice(-4).join('')}`;
	const shown = Math.floor(characters.length / 4);
	return middle(characters, shown, shown);
}

/** A handle that is a phone, a mail address or an identity number by itself; undefined for any other. */
export function maskContact(handle: string): string | undefined {
	if (MOBILE.test(handle)) return maskMobile(handle);
	if (/^(?:\+?86-?)1[3-9]\d{9}$/.test(handle)) return `86${maskMobile(handle.slice(-11))}`;
	if (IDENTITY.test(handle)) return maskIdentity(handle);
	return /^[^@\s]+@[^@\s]+\.[a-z]{2,}$/i.test(handle) && !FIRM_HOST.test(handle) ? maskMail(handle) : undefined;
}

/** Hosts of ids that look like mail addresses and are none. */
export const FIRM_HOST = /@(?:[\w-]+\.)*(?:tenpay\.com|chatroom)$/i;

function middle(characters: readonly string[], head: number, tail: number): string {
	if (characters.length <= head + tail) return '*'.repeat(characters.length);
	const stars = '*'.repeat(characters.length - head - tail);
	return characters.slice(0, head).join('') + stars + (tail === 0 ? '' : characters.slice(-tail).join(''));
}
