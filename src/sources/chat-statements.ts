/** From messages to statements, the same for every chat export: a source only says which cell is what. */
import { billAccount } from '../ledger/account.ts';
import type { Alias, GroupJoin, Lead, Statements } from '../ledger/statement.ts';
import type { Fate } from './batches.ts';
import { ChatFacts } from './chat-facts.ts';
import { aliasOf, type ChatMessage } from './chat-message.ts';
import { type ChatKnowledge, type MessagePlace, packetRecord, takenRecord, transferRecord } from './chat-payments.ts';
import { ChatPeople } from './chat-people.ts';
import { reportedCount } from './chat-reported.ts';
import { type SystemEvent, systemEvent } from './chat-system.ts';
import type { SystemPerson } from './chat-system-xml.ts';
import type { Batch, EvidenceFile, Hints } from './contract.ts';
import { RowFault } from './row-fault.ts';

/** One pass over the file's rows. */
type ChatPass<P> = (judge: (row: P) => Fate) => AsyncIterable<Batch>;

/**
 * Reads a chat file in two passes: the state of a transfer, and whose file it is, stand in other rows than the one that
 * needs them.
 *
 * @param messageOf a row's message; a `RowFault` makes it a reject
 */
export async function* readChat<P extends MessagePlace>(
	source: string,
	file: EvidenceFile,
	hints: Hints,
	pass: ChatPass<P>,
	messageOf: (row: P) => ChatMessage,
): AsyncIterable<Batch> {
	const facts = new ChatFacts();
	const seen = pass((row) => {
		facts.see(messageOf(row), row.number);
		return { skip: 'not-a-transfer' };
	});
	for await (const _ of seen);
	const people = new ChatPeople(hints.owner ?? facts.self ?? billAccount(file.hash));
	const reader = new ChatReader({ source, offsetMinutes: hints.offsetMinutes, people, facts });
	yield* pass((row) => reader.read(messageOf(row), row));
}

class ChatReader {
	readonly #known: ChatKnowledge;
	/** Names already told: each account's each name is said once a file. */
	readonly #told = new Set<string>();

	constructor(known: ChatKnowledge) {
		this.#known = known;
	}

	read(message: ChatMessage, place: MessagePlace): Fate {
		const said = this.#statements(message, place);
		const named = message.kind === 'system' ? this.#namesInSystem(message) : [];
		const aliases = [...message.aliases, ...named].filter((alias) => this.#isNew(alias));
		const all: Statements = {
			...said,
			...(aliases.length === 0 ? {} : { aliases: aliases.map((alias) => ({ ...alias, evidence: place.place() })) }),
		};
		return Object.keys(all).length === 0 ? { skip: 'not-a-transfer' } : all;
	}

	#statements(message: ChatMessage, place: MessagePlace): Statements {
		switch (message.kind) {
			case 'transfer': {
				const record = transferRecord(message, place, this.#known);
				return record ? { records: [record] } : {};
			}
			case 'packet':
				return { records: [packetRecord(message, place, this.#known)] };
			case 'system':
				return this.#system(message, place);
			case 'text':
				return this.#report(message, place);
			default:
				return {};
		}
	}

	#system(message: ChatMessage, place: MessagePlace): Statements {
		const event = systemEvent(message.text);
		if (!event) return {};
		if (event.kind === 'take') return { records: [takenRecord(event, message, place, this.#known)] };
		const { chat } = message;
		const joined = event.joined.filter(
			(person) => event.kind === 'join' || !this.#known.facts.tellsHowCame(chat.id, person),
		);
		const inviter = event.kind === 'join' ? event.inviter : undefined;
		if (joined.length === 0 || chat.form === 'pair') return {};
		return { joins: joined.map((person, i) => this.#join(person, inviter, message, place, i)) };
	}

	#join(
		person: SystemPerson,
		inviter: SystemPerson | undefined,
		{ chat, moment }: ChatMessage,
		place: MessagePlace,
		part: number,
	): GroupJoin {
		if (!moment) throw new RowFault('time', '', 'time');
		const { people } = this.#known;
		const member = people.named(person, chat);
		const by = inviter && people.named(inviter, chat);
		return {
			id: place.statementId('j', part),
			group: chat.id,
			groupName: chat.name,
			member: member.account,
			name: member.name ?? '',
			...(by ? { inviter: by.account } : {}),
			...(by?.name ? { inviterName: by.name } : {}),
			moment,
			evidence: place.place(),
			raw: place.raw,
		};
	}

	#report(message: ChatMessage, place: MessagePlace): Statements {
		const sender = this.#known.people.sender(message);
		const { moment, text } = message;
		const reported = sender && moment && reportedCount(text, moment.instant, this.#known.offsetMinutes);
		if (!reported) return {};
		const lead: Lead = {
			id: place.statementId('l'),
			caller: sender.account,
			...reported,
			basis: 'reported',
			reporter: sender.account,
			evidence: place.place(),
			raw: place.raw,
		};
		return { leads: [lead] };
	}

	#namesInSystem({ text, chat }: ChatMessage): Omit<Alias, 'evidence'>[] {
		const event = systemEvent(text);
		return (event ? peopleOf(event) : []).flatMap(({ name, username }) =>
			username ? aliasOf({ account: `${chat.network}:${username}`, name }, 'nickname') : [],
		);
	}

	#isNew({ account, name, kind }: Omit<Alias, 'evidence'>): boolean {
		const key = `${account}\n${kind}\n${name}`;
		if (this.#told.has(key)) return false;
		this.#told.add(key);
		return true;
	}
}

/** Everybody whom the line names. */
function peopleOf(event: SystemEvent): SystemPerson[] {
	if (event.kind === 'take') return [event.taker, event.giver];
	return event.kind === 'join' && event.inviter ? [...event.joined, event.inviter] : [...event.joined];
}
