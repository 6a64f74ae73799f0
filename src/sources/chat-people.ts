/** Who is who in one chat: every person as a side of a payment or as somebody in a group. */
import { type AccountId, nickAccount } from '../ledger/account.ts';
import type { Side } from '../ledger/record.ts';
import type { Chat, ChatMessage, ChatPerson } from './chat-message.ts';
import type { SystemPerson } from './chat-system-xml.ts';

export class ChatPeople {
	readonly self: AccountId;

	/** @param self the owner of the file */
	constructor(self: AccountId) {
		this.self = self;
	}

	/** Who wrote the message. */
	sender({ sender, fromSelf, chat }: ChatMessage): Side | undefined {
		if (sender) return this.#side(sender, chat);
		return fromSelf ? { account: this.self } : undefined;
	}

	/** Who is on the other end of a message between two; undefined in a group and where the chat is unknown. */
	counterpart({ fromSelf, chat }: ChatMessage): Side | undefined {
		if (chat.form !== 'pair') return undefined;
		if (!fromSelf) return { account: this.self };
		return chat.other && this.#side(chat.other, chat);
	}

	/** Somebody whom a system line names. Between two, whoever is not 你 is the other one. */
	named(person: SystemPerson, chat: Chat): Side {
		if (person.self) return { account: this.self };
		if (person.username) return side(`${chat.network}:${person.username}`, person.name);
		if (chat.form === 'pair' && chat.other) return this.#side(chat.other, chat);
		return this.#side({ name: person.name }, chat);
	}

	#side({ account, name, label }: ChatPerson, chat: Chat): Side {
		// A name is known in its group, or among those whom the owner writes with.
		const scope = chat.form === 'group' ? `${chat.network}:${chat.id}` : this.self;
		return side(account ?? nickAccount(scope, label ?? name), name);
	}
}

function side(account: AccountId, name: string): Side {
	return name === '' ? { account } : { account, name };
}
