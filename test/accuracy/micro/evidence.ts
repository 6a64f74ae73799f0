import type { Random } from '../../../datasets/demo/random.ts';
import { bankFlow } from '../../../datasets/demo/render/bank-flow.ts';
import { oklinkTron } from '../../../datasets/demo/render/chains.ts';
import { cardBooks, chatBooks } from '../../../datasets/demo/render/postings.ts';
import { tenpayTrades } from '../../../datasets/demo/render/tenpay.ts';
import { wechatBill } from '../../../datasets/demo/render/wechat-bill.ts';
import { csvLine, utf8 } from '../../../datasets/demo/text.ts';
import { type Gang, UNTIL } from './gang.ts';
import type { Money } from './money.ts';

/** A file of the evidence, as the register has it. */
export interface Item {
	readonly path: string;
	readonly content: Uint8Array;
	readonly holder: string;
	readonly obtained: '调取' | '勘验' | '当事人提供';
	/** Whether the register says for which stretch it was asked. */
	readonly stated: boolean;
	/** The history ends before the month does. */
	readonly until: number;
}

/** Returns of every account, bills of some, the daily reports, the wallets' histories. Some returns end early. */
export function makeEvidence(random: Random, gang: Gang, { payments, coins, reports }: Money): Item[] {
	const chats = chatBooks(payments);
	const items: Item[] = [];
	const add = (item: Omit<Item, 'stated' | 'until'> & Partial<Item>) =>
		items.push({ stated: true, until: UNTIL, ...item });
	for (const person of gang.people) {
		const [chat = ''] = person.chats;
		const books = chats.get(`wechat:${chat}`) ?? [];
		// A return that was asked for too early, and one of which nobody wrote down for when it was asked.
		const until = random.chance(15) ? UNTIL - random.int(3, 12) * 86_400_000 : UNTIL;
		const stated = !random.chance(25);
		const some = books.filter(({ at }) => at <= until);
		const holder = `wechat:${chat}`;
		add({
			path: `财付通/${chat}/TenpayTrades.txt`,
			content: tenpayTrades(chat, person, some, 27),
			holder,
			obtained: '调取',
			stated,
			until,
		});
		if (random.chance(25))
			add({ path: `账单/${chat}.csv`, content: wechatBill(person, books, 'plain'), holder, obtained: '当事人提供' });
		if (person.card)
			add({
				path: `银行/${person.card}.csv`,
				content: bankFlow(person, cardBooks(payments, person.card), 'utf8'),
				holder: `bank:${person.card}`,
				obtained: '调取',
				stated: !random.chance(25),
			});
	}
	for (const { tron } of gang.cores)
		for (const wallet of tron)
			add({
				path: `链上/${wallet}.csv`,
				content: oklinkTron(wallet, coins, false),
				holder: `tron:${wallet}`,
				obtained: '勘验',
			});
	for (const team of gang.groups) {
		const own = reports.filter((report) => report.team === team);
		if (own.length === 0) continue;
		const rows = own.map(({ day, person, count }) => [
			day,
			team.name,
			person.name,
			String(count),
			team.leader.nickname,
		]);
		const lines = [['日期', '组别', '话务员', '引流人数', '填报人'], ...rows].map((cells) => `${csvLine(cells)}\r\n`);
		add({ path: `日报/${team.name}.csv`, content: utf8(lines.join('')), holder: '', obtained: '勘验', stated: false });
	}
	return items;
}
