import { type AccountId, nickAccount } from '../ledger/account.ts';

/**
 * Somebody known by name alone in a chat group, the same as when chats of the group tell of them: WeChat's groups end in
 * `@chatroom` (or stand for a file that names none, `chat:…`), QQ's are bare numbers.
 */
export function groupNick(group: string, name: string): AccountId {
	const network = /@chatroom$|^chat:/.test(group) ? 'wechat:' : /^\d{5,12}$/.test(group) ? 'qq:' : '';
	return nickAccount(`${network}${group}`, name);
}
