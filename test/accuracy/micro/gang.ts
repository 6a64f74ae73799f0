import { tronAddress } from '../../../datasets/demo/addresses.ts';
import { addDays, clock } from '../../../datasets/demo/calendar.ts';
import { nameGiver } from '../../../datasets/demo/names.ts';
import type { Random } from '../../../datasets/demo/random.ts';
import type { Person, Role } from '../../../datasets/demo/world.ts';

/** The 31 days of the case. */
export const FIRST = '2023-03-01';
export const LAST = '2023-03-31';
export const FROM = clock(FIRST, 0);
export const UNTIL = clock(addDays(LAST, 1), 0) - 1;

/** Two cores, three leaders with a group each; two inspectors and thirteen callers. */
export interface Gang {
	readonly cores: readonly Person[];
	readonly groups: readonly Team[];
	readonly people: readonly Person[];
}

export interface Team {
	readonly name: string;
	readonly core: Person;
	readonly leader: Person;
	readonly members: readonly Person[];
}

const SIZES = [5, 5, 5] as const;

export function makeGang(random: Random): Gang {
	const names = nameGiver(random.fork('names'));
	let number = 0;
	const make = (role: Role, group: string, superior: string, card: boolean, from = FIRST, until = LAST): Person => {
		number += 1;
		const serial = String(number).padStart(4, '0');
		return {
			name: names.person(),
			identity: `00000019900101${serial}`,
			nickname: names.nickname(),
			phone: `1550000${serial}`,
			spells: [{ role, group, superior, from, until }],
			chats: [`wxid_micro${random.hex(10)}`],
			card: card ? `6217${random.digits(11)}${serial}` : '',
			tron: role === 'core' ? [tronAddress(random)] : [],
			eth: [],
			returns: true,
			known: 'registered',
		};
	};
	const cores = [make('core', '', '', true), make('core', '', '', true)];
	const groups = SIZES.map((size, index): Team => {
		const name = `第${index + 1}组`;
		const core = cores[index % 2] as Person;
		const leader = make('leader', name, core.name, true);
		const members = Array.from({ length: size }, (_, place) => {
			const inspector = place === 0 && index < 2;
			const from = random.chance(20) ? addDays(FIRST, random.int(2, 12)) : FIRST;
			const until = random.chance(15) ? addDays(LAST, -random.int(2, 10)) : LAST;
			return make(inspector ? 'inspector' : 'caller', name, leader.name, random.chance(60), from, until);
		});
		return { name, core, leader, members };
	});
	return { cores, groups, people: [...cores, ...groups.flatMap(({ leader, members }) => [leader, ...members])] };
}
