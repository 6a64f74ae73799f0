/**
 * Order of Chinese names as a Chinese reader looks them up, without a locale of the machine: GB 2312 (1980) has its 3,755
 * most used characters in the order of their pinyin, so their codes sort them, and where each letter begins is known.
 * Surnames that GB 2312 has elsewhere (its second level stands by radical), or that are spoken otherwise as surnames, are
 * listed.
 */
const FIRST_LEVEL: readonly (readonly [code: number, letter: string])[] = [
	[0xb0a1, 'A'],
	[0xb0c5, 'B'],
	[0xb2c1, 'C'],
	[0xb4ee, 'D'],
	[0xb6ea, 'E'],
	[0xb7a2, 'F'],
	[0xb8c1, 'G'],
	[0xb9fe, 'H'],
	[0xbbf7, 'J'],
	[0xbfa6, 'K'],
	[0xc0ac, 'L'],
	[0xc2e8, 'M'],
	[0xc4c3, 'N'],
	[0xc5b6, 'O'],
	[0xc5be, 'P'],
	[0xc6da, 'Q'],
	[0xc8bb, 'R'],
	[0xc8f6, 'S'],
	[0xcbfa, 'T'],
	[0xcdda, 'W'],
	[0xcef4, 'X'],
	[0xd1b9, 'Y'],
	[0xd4d1, 'Z'],
];
const FIRST_LEVEL_LAST = 0xd7f9;

/** By letter. Somebody whose surname is spoken in two ways stands under both letters. */
const SURNAMES: Readonly<Record<string, string>> = {
	C: '岑褚谌晁',
	D: '邸窦笪',
	F: '酆苻',
	G: '郜妫缑',
	H: '郇扈',
	J: '嵇姬暨蹇郏蓟',
	K: '蒯夔隗邝阚',
	L: '郦栾蔺逯闾雒乐',
	M: '缪宓芈麋糜闵',
	N: '佴',
	O: '区',
	P: '朴逄邳濮',
	Q: '仇亓綦郄璩瞿覃谯区',
	R: '芮',
	S: '单佘莘眭厍谌',
	T: '邰佟郯覃钭仝澹',
	W: '邬毋隗',
	X: '解冼郗荀郤郇',
	Y: '鄢闫羿庾恽晏郓乐',
	Z: '臧翟郅竺訾昝仉禚查',
};

const codes = codesOf();
const letters = lettersOf();

/** `A` to `Z`, two where the surname has two; `#` for what no letter is known of: it stands first. */
export function initialsOf(name: string): readonly string[] {
	const first = [...name][0] ?? '';
	if (/[a-z]/i.test(first)) return [first.toUpperCase()];
	const listed = letters.get(first);
	if (listed !== undefined) return listed;
	const code = codes.get(first);
	if (code === undefined || code > FIRST_LEVEL_LAST) return ['#'];
	return [FIRST_LEVEL.findLast(([start]) => start <= code)?.[1] ?? '#'];
}

/** Text that sorts by code unit as the names sort by pinyin, within a letter. */
export function sortKey(name: string): string {
	return [...name]
		.map((character) => {
			const code = codes.get(character);
			return code === undefined ? `~${character}` : code.toString(16);
		})
		.join('');
}

function lettersOf(): Map<string, string[]> {
	const map = new Map<string, string[]>();
	for (const [letter, characters] of Object.entries(SURNAMES)) {
		for (const character of characters) map.set(character, [...(map.get(character) ?? []), letter]);
	}
	return map;
}

/** GB 2312 code of every character of both levels. The encoding is the standard's table, the same everywhere. */
function codesOf(): Map<string, number> {
	const decoder = new TextDecoder('gb18030');
	const map = new Map<string, number>();
	for (let row = 0xb0; row <= 0xf7; row++) {
		for (let cell = 0xa1; cell <= 0xfe; cell++) {
			const character = decoder.decode(Uint8Array.of(row, cell));
			map.set(character, row * 256 + cell);
		}
	}
	return map;
}
