import { local } from '../calendar.ts';
import { csvLine, utf8, yuan } from '../text.ts';
import type { Group, Payment } from '../world.ts';

/** A work group's chat as phone tools export it. */
export function chatExport(group: Group, payments: readonly Payment[]): Uint8Array {
	const [talker] = groupIds(group);
	const rows = payments
		.filter(({ packet, from }) => packet !== undefined && from.person === group.leader)
		.flatMap(({ at, from, to, receivedAt, fen }, place) => [
			...(place % 8 === 0 ? [[local(at), from.nickname, from.account.slice(7), '[红包]']] : []),
			[local(receivedAt + 1000), to.nickname, to.account.slice(7), `谢谢组长，手气${yuan(fen)}`],
		])
		.map(
			([time, nickname, sender, content]) =>
				[time, nickname, sender, `${group.name}工作群`, talker, content] as string[],
		);
	const header = ['Time', 'SenderName', 'Sender', 'TalkerName', 'Talker', 'Content'];
	return utf8([header, ...rows].map((row) => `${csvLine(row)}\r\n`).join(''), true);
}

/** Ids of a group's work group and of the one that leads were brought into. */
export function groupIds(group: Group): [string, string] {
	const number = String(group.index + 1).padStart(4, '0');
	return [`2000000${number}@chatroom`, `3000000${number}@chatroom`];
}
