/** How Alipay prints somebody: a user number, a login, a card, each with a name in brackets, or a name alone. */
import { type AccountId, accountOf } from '../ledger/account.ts';

/** Who a cell names. All that is known of them, verbatim; '' where nothing is. */
export interface AlipayParty {
	readonly account?: AccountId;
	readonly name: string;
	/** Of a card, or in its place. */
	readonly bank: string;
	/** A spreadsheet rounded the number (`2.088E+15`): whose it was is lost. */
	readonly damaged: boolean;
}

/** The user number. The number of the user's cash account is the same with 0156 behind it. */
const USER = /^(2088\d{12})(?:0156)?$/;
const MAIL = /^[^\s@*]+@[^\s@*]+$/;
/** A mobile number of the mainland, or one with its country's code before it (`852-5…`). */
const PHONE = /^(?:1\d{10}|\+?\d{1,4}-\d{6,12})$/;
const CARD = /^\d{12,19}$/;
const DAMAGED = /^\d(?:\.\d+)?E\+\d+$/i;
const BANK = /银行|信用社|信用联社|农信|邮政储蓄/;

/** The account of a user number or a login (mail or phone); undefined where the text is neither, or masked. */
export function alipayHandle(text: string): AccountId | undefined {
	const user = USER.exec(text)?.[1];
	if (user !== undefined) return `alipay:${user}`;
	// Mail addresses are the same in any case.
	return MAIL.test(text) || PHONE.test(text) ? `alipay:${text.toLowerCase()}` : undefined;
}

/** Whether the text names a bank, as ways to pay do (`某某银行(1234)`). */
export function isBank(text: string): boolean {
	return BANK.test(text);
}

/**
 * Reads `2088…(姓名)`, `姓名(XX银行)(卡号)`, `(XX银行)卡号`, a bare number or login, or a name; brackets of either width,
 * and names that have brackets themselves (`某某(北京)有限公司`).
 */
export function alipayParty(text: string): AlipayParty {
	const parts = partsOf(text);
	const damaged = parts.some(({ text: part }) => DAMAGED.test(part));
	const [first, ...rest] = parts;
	if (!first) return { name: '', bank: '', damaged };
	const account = first.bracketed ? undefined : alipayHandle(first.text);
	if (account !== undefined) return { account, name: nameOf(rest), bank: '', damaged };
	return { ...cardHolder(parts), damaged };
}

/** A card stands last; before it in brackets its bank, before that whose it is. */
function cardHolder(parts: readonly Part[]): Omit<AlipayParty, 'damaged'> {
	const [bank, number] = parts.slice(-2);
	const last = parts.at(-1) as Part;
	const digits = last.text.replaceAll(/[\s-]/g, '');
	const card = CARD.test(digits) ? accountOf('bank', digits) : undefined;
	const masked = /^[\d*]+$/.test(digits) && digits.includes('*');
	if (card === undefined && !masked) return { name: nameOf(parts), bank: '' };
	const known = card === undefined ? {} : { account: card };
	const named = number !== undefined && bank?.bracketed && BANK.test(bank.text);
	return { ...known, name: nameOf(parts.slice(0, named ? -2 : -1)), bank: named ? bank.text : '' };
}

interface Part {
	readonly text: string;
	readonly bracketed: boolean;
}

/** The text cut at its outer brackets. A bracket that is never closed reaches to the end. */
function partsOf(text: string): Part[] {
	const parts: Part[] = [];
	let depth = 0;
	let start = 0;
	const cut = (end: number, bracketed: boolean) => {
		const part = text.slice(start, end).trim();
		if (part !== '') parts.push({ text: part, bracketed });
		start = end + 1;
	};
	for (let at = 0; at < text.length; at++) {
		const character = text[at] as string;
		if ('(（'.includes(character)) {
			if (depth === 0) cut(at, false);
			depth += 1;
		} else if (')）'.includes(character) && depth > 0) {
			depth -= 1;
			if (depth === 0) cut(at, true);
		}
	}
	cut(text.length, depth > 0);
	return parts;
}

/** The parts as one name: a sole one in brackets without them, others as they stood. */
function nameOf(parts: readonly Part[]): string {
	if (parts.length === 1) return (parts[0] as Part).text;
	return parts.map(({ text, bracketed }) => (bracketed ? `(${text})` : text)).join('');
}
