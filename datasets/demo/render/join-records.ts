import { clock, local } from '../calendar.ts';
import type { Random } from '../random.ts';
import { csvLine, utf8 } from '../text.ts';
import type { DayWork, Group } from '../world.ts';
import { groupIds } from './chat.ts';

export const JOIN_HEADER = ['群号', '群名', '进群账号', '进群昵称', '邀请人账号', '进群时间'] as const;

interface Join {
	readonly member: string;
	readonly nickname: string;
	readonly inviter: string;
	readonly at: number;
}

/**
 * Who came into a group's lead group, as a phone tool lists it: the leader's people first, then every lead by whom it was
 * brought in. Some leads left and came again, which is no second lead.
 */
export function joinRecords(random: Random, group: Group, works: readonly DayWork[]): Uint8Array {
	const [, lead] = groupIds(group);
	const joins = [...staff(group), ...works.flatMap((work) => leadsOf(random, work))].sort((a, b) => a.at - b.at);
	const lines = joins.map(({ member, nickname, inviter, at }) => [
		lead,
		`${group.name}引流群`,
		member,
		nickname,
		inviter,
		local(at),
	]);
	return utf8([[...JOIN_HEADER], ...lines].map((cells) => `${csvLine(cells)}\r\n`).join(''), true);
}

function staff({ leader, members }: Group): Join[] {
	const inviter = leader.chats[0] ?? '';
	return members.map(({ chats, nickname }, index) => ({
		member: chats[0] ?? '',
		nickname,
		inviter,
		at: clock('2023-03-01', 8, index),
	}));
}

function leadsOf(random: Random, { person, day, leads }: DayWork): Join[] {
	const inviter = person.chats[0] ?? '';
	const came = Array.from({ length: leads }, (_, index) => ({
		member: `wxid_lead${random.hex(12)}`,
		nickname: `新友${random.digits(4)}`,
		inviter,
		at: clock(day, 9 + (index % 9), random.int(0, 59), random.int(0, 59)),
	}));
	const again = came.filter(() => random.chance(2)).map((join) => ({ ...join, at: join.at + 3_600_000 }));
	return [...came, ...again];
}
