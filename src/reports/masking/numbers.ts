import { FIRM_HOST, maskHandle, maskIdentity, maskMail, maskMobile } from './shapes.ts';

/** Hashes and addresses on chains: long runs of digits in them are no numbers of anybody. */
const LITERAL = /0x[0-9a-fA-F]{40,64}|(?<![0-9A-Za-z])(?:[0-9a-fA-F]{32,64}|T[1-9A-HJ-NP-Za-km-z]{33})(?![0-9A-Za-z])/;

/** Not within a longer number, nor a part of a decimal. A comma between such long numbers parts a list: no thousands are so long. */
const BEFORE = '(?<![\\d０-９]|\\d\\.)';
const AFTER = '(?![\\d０-９]|\\.\\d)';
const DIGIT = '[\\d０-９]';
/** One space or hyphen between groups of digits, as people write numbers. */
const GAP = '[ \\-\\u3000]';

const SHAPES = {
	identity: `${DIGIT}{17}[\\dXx０-９Ｘｘ]|${DIGIT}{6}${GAP}${DIGIT}{8}${GAP}${DIGIT}{3}[\\dXx０-９Ｘｘ]`,
	mobile: `[1１][3-9３-９](?:${DIGIT}{9}|${DIGIT}(?:${GAP}${DIGIT}{4}){2})`,
	landline: `[0０]${DIGIT}{2,3}${GAP}?${DIGIT}{7,8}`,
	card: `${DIGIT}{13,19}|${DIGIT}{4}(?:${GAP}${DIGIT}{4}){2,3}(?:${GAP}${DIGIT}{1,4})?`,
} as const;

const NUMBERS = new RegExp(
	`${LITERAL.source}|${BEFORE}(?:${Object.entries(SHAPES)
		.map(([name, shape]) => `(?<${name}>${shape})`)
		.join('|')})${AFTER}|(?<mail>[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+)`,
	'g',
);

/** `20230301101530`: a time in the name of a file, with or without milliseconds. */
const TIME = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d[0-5]\d(?:\d{3})?$/;
/** No card begins so. */
const ALIPAY_USER = /^2088\d{12}$/;
const SOME_DIGITS = /[\d０-９]{4}|@/;

/**
 * Text with every number in it masked that may be somebody's: identity numbers, phones, cards, mail addresses, in
 * half or full width, in one piece or in groups. Order numbers of 20 digits and more, Alipay's user numbers, hashes,
 * addresses on chains and decimals stay.
 */
export function maskNumbers(text: string): string {
	if (!SOME_DIGITS.test(text)) return text;
	return text.replace(NUMBERS, (whole, ...rest) => {
		const groups = rest.at(-1) as Partial<Record<keyof typeof SHAPES | 'mail', string>>;
		if (groups.mail !== undefined) return FIRM_HOST.test(whole) ? whole : maskMail(whole);
		const plain = whole.normalize('NFKC').replaceAll(/[ -]/g, '');
		if (groups.identity !== undefined) return maskIdentity(plain);
		if (groups.mobile !== undefined || groups.landline !== undefined) return maskMobile(plain);
		return groups.card === undefined || TIME.test(plain) || ALIPAY_USER.test(plain) ? whole : maskHandle(plain);
	});
}
