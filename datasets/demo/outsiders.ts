import { nameGiver, shopName } from './names.ts';
import type { Random } from './random.ts';
import type { Outsider } from './world.ts';

/** Those around the gang who are no members: shops, families, employers, sellers of what the work needs. */
export interface Outsiders {
	readonly all: readonly Outsider[];
	readonly shops: readonly Outsider[];
	readonly families: readonly Outsider[];
	readonly friends: readonly Outsider[];
	readonly landlords: readonly Outsider[];
	readonly employer: Outsider;
	/** A firm that pays a salary by bank. */
	readonly firm: Outsider;
	readonly software: Outsider;
	readonly lines: Outsider;
	readonly lists: Outsider;
	/** Cards of strangers through which coin desks pay out yuan. */
	readonly dealers: readonly Outsider[];
	readonly relatives: readonly Outsider[];
}

export function makeOutsiders(random: Random, members: number): Outsiders {
	const names = nameGiver(random.fork('outsiders'));
	let count = 0;
	const chat = (category: Outsider['category']) => (): Outsider => ({
		name: names.person(),
		nickname: names.nickname(),
		account: `wechat:wxid_out${random.hex(11)}`,
		category,
	});
	const card = (name: string, category: Outsider['category']): Outsider => {
		count += 1;
		return {
			name,
			nickname: name,
			account: `bank:6230999${String(count).padStart(9, '0')}${random.digits(3)}`,
			category,
		};
	};
	const shop = (_: unknown, index: number): Outsider => {
		const name = `${shopName(random)}${index + 1}号店`;
		return {
			name,
			nickname: name,
			account: `tenpay:19000${String(index).padStart(5, '0')}@mch.tenpay.com`,
			category: '商户',
		};
	};
	const several = <T>(length: number, each: (_: unknown, index: number) => T) => Array.from({ length }, each);
	const groups = {
		shops: several(24, shop),
		families: several(12, chat('家属')),
		friends: several(Math.max(20, Math.floor(members / 3)), chat('')),
		landlords: several(8, chat('')),
		employer: chat('单位')(),
		firm: card('临江样例贸易有限公司（虚构）', '单位'),
		software: card('云雀软件工作室（虚构）', '经营'),
		lines: chat('经营')(),
		lists: chat('经营')(),
		dealers: several(26, () => card(names.person(), '')),
		relatives: several(6, () => card(names.person(), '')),
	};
	return { ...groups, all: Object.values(groups).flat() };
}
