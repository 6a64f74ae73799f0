import { ethAddress, tronAddress } from './addresses.ts';
import { FIRST_DAY, LAST_DAY } from './calendar.ts';
import { nameGiver } from './names.ts';
import type { Random } from './random.ts';
import { type Group, type GroupStyle, type Known, type Person, type Role, type Spell, STYLES } from './world.ts';

const LEADERS_AT_SCALE_1 = 6;
const CALLERS_PER_LEADER = 10;

/** The day on which one caller goes over to the next group, and the one on which another becomes an inspector. */
const MOVED_ON = '2023-04-10';
const MOVED_UNTIL = '2023-04-09';
const PROMOTED_ON = '2023-05-01';
const PROMOTED_UNTIL = '2023-04-30';

export interface Roster {
	readonly cores: readonly Person[];
	readonly groups: readonly Group[];
	readonly people: readonly Person[];
}

/** Three core members, and for each leader a group of one inspector and ten callers. */
export function makePeople(random: Random, scale: number): Roster {
	const make = personMaker(random);
	const cores = [0, 1, 2].map((index) =>
		make({
			spells: [spell('core', '', '')],
			returns: true,
			known: 'registered',
			tron: index === 1 ? 1 : 2,
			eth: index === 1 ? 1 : 0,
			card: true,
		}),
	);
	const drafts = Array.from({ length: LEADERS_AT_SCALE_1 * scale }, (_, index) => {
		const style = STYLES[index % STYLES.length] as GroupStyle;
		const core = cores[Math.floor((index % STYLES.length) / 2)] as Person;
		const name = `第${index + 1}组`;
		const leader = make({
			spells: [spell('leader', name, core.name)],
			returns: true,
			known: 'registered',
			chats: style === 'no-reports' ? 2 : 1,
			card: true,
			...(style === 'plain' ? { bill: 'bom' as const } : {}),
		});
		return { index, style, core, name, leader };
	});
	const namesakes: string[] = [];
	const groups = drafts.map((draft): Group => {
		const next = drafts[draft.index + 1] ?? draft;
		const inspector = make({
			spells: [spell('inspector', draft.name, draft.leader.name)],
			returns: true,
			known: 'registered',
			card: true,
		});
		let twin = '';
		const callers = Array.from({ length: CALLERS_PER_LEADER }, (_, place) => {
			const caller = make(callerDraft(draft, next, place, twin, namesakes));
			if (draft.style === 'plain' && place === 0) twin = caller.nickname;
			if (draft.style === 'plain' && place === 3) namesakes.push(caller.name);
			return caller;
		});
		return { ...draft, members: [inspector, ...callers] };
	});
	return { cores, groups, people: [...cores, ...groups.flatMap(({ leader, members }) => [leader, ...members])] };
}

interface Draft {
	readonly spells: readonly Spell[];
	readonly returns: boolean;
	readonly known: Known;
	readonly bill?: 'bom' | 'plain' | 'xlsx';
	readonly chats?: number;
	readonly card?: boolean;
	readonly tron?: number;
	readonly eth?: number;
	readonly name?: string;
	readonly nickname?: string;
	readonly alipayFrom?: string;
}

interface GroupDraft {
	readonly index: number;
	readonly style: GroupStyle;
	readonly name: string;
	readonly leader: Person;
}

/** Which evidence there is of a caller, and what is special about the one in this place of this kind of group. */
function callerDraft(group: GroupDraft, next: GroupDraft, place: number, twin: string, namesakes: string[]): Draft {
	const number = group.index * CALLERS_PER_LEADER + place;
	const returns = number % 2 === 0;
	const bill = number % 3 === 0 ? (['bom', 'plain', 'xlsx'] as const)[(number / 3) % 3] : undefined;
	const namesake = group.style === 'no-reports' && place === 0 ? namesakes.shift() : undefined;
	const alipayFrom = group.style !== 'alipay' ? undefined : [FIRST_DAY, FIRST_DAY, '2023-05-01'][place];
	const proposed = group.style === 'alipay' && place === 3;
	return {
		spells: callerSpells(group, next, place, number),
		returns,
		known: returns ? 'registered' : proposed ? 'proposed' : bill ? 'controls' : 'uses',
		card: number % 4 < 2,
		chats: group.style === 'eight' && place === 0 ? 2 : 1,
		...(bill ? { bill } : {}),
		...(group.style === 'plain' && place === 1 ? { nickname: twin } : {}),
		...(namesake ? { name: namesake } : {}),
		...(alipayFrom ? { alipayFrom } : {}),
	};
}

function callerSpells(group: GroupDraft, next: GroupDraft, place: number, number: number): Spell[] {
	const own = (from: string, until: string, role: Role = 'caller') =>
		spell(role, group.name, group.leader.name, from, until);
	if (group.style === 'plain' && place === 2)
		return [own(FIRST_DAY, MOVED_UNTIL), spell('caller', next.name, next.leader.name, MOVED_ON)];
	if (group.style === 'over-claims' && place === 0)
		return [own(FIRST_DAY, PROMOTED_UNTIL), own(PROMOTED_ON, LAST_DAY, 'inspector')];
	if (place > 4 && number % 7 === 3) return [own('2023-03-20', LAST_DAY)];
	if (place > 4 && number % 11 === 5) return [own(FIRST_DAY, '2023-05-05')];
	return [own(FIRST_DAY, LAST_DAY)];
}

function spell(role: Role, group: string, superior: string, from = FIRST_DAY, until = LAST_DAY): Spell {
	return { role, group, superior, from, until };
}

function personMaker(random: Random): (draft: Draft) => Person {
	const names = nameGiver(random.fork('names'));
	const handles = random.fork('handles');
	const wallets = random.fork('wallets');
	let count = 0;
	return (draft) => {
		count += 1;
		const serial = String(count).padStart(6, '0');
		const several = (length: number, each: () => string) => Array.from({ length }, each);
		return {
			name: draft.name ?? names.person(),
			nickname: draft.nickname ?? names.nickname(),
			// Region 000000 does not exist, and the last letter is no checksum: nobody has this number.
			identity: `000000${1975 + (count % 30)}0101${serial.slice(-3)}${count > 999 ? serial.slice(2, 3) : 'X'}`,
			phone: `19900${serial}`,
			spells: draft.spells,
			chats: several(draft.chats ?? 1, () => `wxid_demo${handles.hex(10)}`),
			card: draft.card ? `6222000000${serial}${handles.digits(3)}` : '',
			tron: several(draft.tron ?? 0, () => tronAddress(wallets)),
			eth: several(draft.eth ?? 0, () => ethAddress(wallets)),
			returns: draft.returns,
			known: draft.known,
			...(draft.bill ? { bill: draft.bill } : {}),
			...(draft.alipayFrom ? { alipayFrom: draft.alipayFrom } : {}),
		};
	};
}
