import { createHash } from 'node:crypto';
import type { CoinPlaces } from './coins.ts';
import { groupIds } from './render/chat.ts';
import type { Item } from './render/evidence.ts';
import { csvLine, utf8 } from './text.ts';
import type { Person, Role, World } from './world.ts';

const ROLE_WORDS: Readonly<Record<Role, string>> = { core: '核心', leader: '组长', inspector: '质检', caller: '话务' };
const KNOWN_WORDS = { registered: '登记', controls: '控制', uses: '使用', proposed: '推定' } as const;

/** What the investigators fill in beside the evidence. */
export function caseTables(
	world: World,
	places: CoinPlaces,
	items: readonly Item[],
	files: ReadonlyMap<string, Uint8Array>,
) {
	return new Map([
		[
			'people.csv',
			table('姓名,证件号码,绰号,角色,组别,上级,介绍人,省市,办案单位,批次,参与起,参与止,来源', people(world)),
		],
		[
			'accounts.csv',
			table('账号,主体,证件号码,类别,关系,来源,置信度,起,止,撤回日期,撤回原因', accounts(world, places)),
		],
		['groups.csv', table('群号,群名,用途,来源', groups(world))],
		[
			'evidence.csv',
			table(
				'文件,检材编号,持有人,取得方式,通知书号,提供方,提取人,见证人,时间,校验值,期间起,期间止',
				register(items, files),
			),
		],
		['decisions.csv', table('对象,决定,值,决定人,理由,时间,复核人', [])],
	]);
}

function table(header: string, rows: readonly (readonly string[])[]): Uint8Array {
	return utf8([header.split(','), ...rows].map((row) => `${csvLine(row)}\r\n`).join(''), true);
}

function people(world: World): string[][] {
	return world.people.flatMap((person) =>
		person.spells.map(({ role, group, superior, from, until }) => [
			person.name,
			person.identity,
			person.nickname,
			ROLE_WORDS[role],
			group,
			superior,
			'',
			'东海省临江市（虚构）',
			'临江市公安局样例分局（虚构）',
			role === 'caller' ? '第二批' : '第一批',
			from,
			until,
			'讯问笔录及组长花名册',
		]),
	);
}

function accounts(world: World, places: CoinPlaces): string[][] {
	const row = (
		account: string,
		party: string,
		category: string,
		relation: string,
		source: string,
		sure: string,
		identity = '',
	) => [account, party, identity, category, relation, source, sure, '', '', '', ''];
	const rows: string[][] = [];
	for (const person of world.people) {
		for (const wallet of [...person.tron.map((one) => `tron:${one}`), ...person.eth.map((one) => `eth:${one}`)])
			rows.push(row(wallet, person.name, '人员', '控制', '手机勘验：钱包助记词', '95', person.identity));
		if (person.returns) continue;
		const source = {
			registered: '',
			controls: '手机勘验：微信个人资料页',
			uses: '组长通讯录备注及辨认笔录',
			proposed: '仅据群内昵称推测，未核实',
		}[person.known];
		for (const chat of person.chats)
			rows.push(
				row(
					`wechat:${chat}`,
					person.name,
					'人员',
					KNOWN_WORDS[person.known],
					source,
					sureness(person),
					person.identity,
				),
			);
	}
	for (const [wallet, party] of world.overseas)
		rows.push(row(`${chainOf(wallet)}:${wallet}`, party, '境外', '控制', '核心成员手机内境外聊天记录', '85'));
	for (const desk of places.desks)
		rows.push(row(`tron:${desk}`, '示例OTC商', '服务商', '使用', '核心成员供述及平台页面截图', '80'));
	rows.push(row(`tron:${places.energy}`, '能量租赁平台', '经营', '使用', '平台公开页面', '80'));
	for (const { account, name, category } of world.outsiders)
		if (category !== '' && category !== '境外')
			rows.push(row(account, name, category, '使用', category === '家属' ? '户籍资料' : '商户及单位登记资料', '80'));
	return rows;
}

function sureness({ known }: Person): string {
	return known === 'proposed' ? '30' : known === 'uses' ? '80' : '90';
}

function chainOf(wallet: string): string {
	return wallet.startsWith('T') ? 'tron' : 'eth';
}

function groups(world: World): string[][] {
	return world.groups.flatMap((group) => {
		const [work, lead] = groupIds(group);
		return [
			[work, `${group.name}工作群`, '工作群', '组长手机勘验'],
			[lead, `${group.name}引流群`, '引流群', '组长手机勘验'],
		];
	});
}

/** The register: every file and ZIP entry with the hash noted when it was taken; for one it was forgotten. */
function register(items: readonly Item[], files: ReadonlyMap<string, Uint8Array>): string[][] {
	const seen = new Map<string, { content: Uint8Array; item: Item | undefined }>();
	const loose = new Map(items.filter(({ inZip }) => inZip === undefined).map((item) => [item.path, item]));
	for (const [path, content] of files) seen.set(path, { content, item: loose.get(path) });
	for (const item of items) if (item.inZip) seen.set(`${item.inZip}!/${item.path}`, { content: item.content, item });
	let number = 0;
	return [...seen].map(([path, { content, item }]) => {
		number += 1;
		const forgotten = path.startsWith('聊天/');
		return [
			path,
			`LJ-2023-${String(number).padStart(4, '0')}`,
			item?.holder ?? '',
			item?.obtained ?? '调取',
			/调证\[[^\]]*\]\d+号/.exec(path)?.[0] ?? '',
			providerOf(path),
			'侦查员样例甲',
			'见证人样例乙',
			'2023-07-03 10:00:00',
			forgotten ? '' : createHash('sha256').update(content).digest('hex'),
			...(item?.period ?? ['', '']),
		];
	});
}

function providerOf(path: string): string {
	if (path.startsWith('财付通/')) return '财付通支付科技有限公司';
	return path.startsWith('银行/') ? '示例银行' : '';
}
