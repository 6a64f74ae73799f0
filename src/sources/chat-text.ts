import { type BlockField, chatBlocks, isBlockHead } from './chat-blocks.ts';
import { type Chat, type ChatMessage, type ChatPerson, namelessChat, writtenKind } from './chat-message.ts';
import { readChat } from './chat-statements.ts';
import { systemEvent } from './chat-system.ts';
import type { EvidenceFile, Source } from './contract.ts';
import type { Row } from './row.ts';

const SELF: ReadonlySet<string> = new Set(['我', 'Me']);
const SYSTEM: ReadonlySet<string> = new Set(['', '系统', '系统消息', '系统通知']);

/**
 * A conversation as text, each message under a line of its time and sender (留痕, WeFlow). No account and no chat is
 * named, and payments are words: see docs/formats.md for what that leaves open.
 */
export const chatText: Source = {
	id: 'chat-text',
	version: 2,
	identify(sample) {
		if (sample.form !== 'text') return undefined;
		const lines = sample.text.split('\n', 400);
		const first = lines.findIndex((line) => line.trim() !== '');
		if (first < 0 || !isBlockHead(lines[first] ?? '')) return undefined;
		const heads = lines.filter((line, i) => isBlockHead(line) && (i === 0 || (lines[i - 1] ?? '').trim() === ''));
		const all = lines.filter(isBlockHead);
		// A log prints a time on every line; here a text and an empty line follow.
		return heads.length * 2 > all.length && lines.length > first + 2 && !isBlockHead(lines[first + 1] ?? '')
			? { confidence: 70 }
			: undefined;
	},
	async *read(file, hints) {
		const others = new Set<string>();
		let joins = false;
		for await (const _ of chatBlocks(file, (row) => {
			const sender = row.text('sender');
			if (SYSTEM.has(sender)) {
				const event = systemEvent(row.text('text'));
				joins ||= event !== undefined && event.kind !== 'take';
			} else if (!SELF.has(sender) && others.size < 2) others.add(sender);
			return { skip: 'not-a-transfer' };
		}));
		const chat = chatOf(file, [...others], joins);
		yield* readChat(
			'chat-text',
			file,
			hints,
			(judge) => chatBlocks(file, judge),
			(row: Row<BlockField>) => messageOf(row, chat, hints.offsetMinutes),
		);
	},
};

/** One name beside 我 makes it a pair, several or people who come in make it a group. */
function chatOf(file: EvidenceFile, others: readonly string[], joins: boolean): Chat {
	const other: ChatPerson | undefined = others.length === 1 && !joins ? { name: others[0] as string } : undefined;
	return {
		id: namelessChat(file.hash),
		name: '',
		form: other ? 'pair' : others.length > 1 || joins ? 'group' : 'unknown',
		network: 'wechat',
		...(other ? { other } : {}),
	};
}

function messageOf(row: Row<BlockField>, chat: Chat, offsetMinutes: number): ChatMessage {
	const name = row.text('sender');
	const text = row.text('text');
	const system = SYSTEM.has(name);
	const fromSelf = SELF.has(name);
	return {
		moment: row.moment('time', offsetMinutes),
		chat,
		kind: system ? 'system' : writtenKind(text),
		fromSelf,
		...(system || fromSelf ? {} : { sender: { name } }),
		text,
		aliases: [],
	};
}
