import { clock, dayOf, FIRST_DAY, LAST_DAY } from '../calendar.ts';
import type { CoinPlaces } from '../coins.ts';
import { alipayEnd } from '../payouts.ts';
import type { Random } from '../random.ts';
import { alipayAsked, chatEnd, type DayWork, type Group, lastRole, type Person, type World } from '../world.ts';
import { storedZip } from '../zip.ts';
import { alipayBill } from './alipay-bill.ts';
import { alipayDetail, alipayRegistration } from './alipay-return.ts';
import { bankFlow } from './bank-flow.ts';
import { etherscanErc20, oklinkTron, tagPack } from './chains.ts';
import { chatExport } from './chat.ts';
import { dailyReport } from './daily-report.ts';
import { callRecords, seatList, timeSheet } from './dialler.ts';
import { joinRecords } from './join-records.ts';
import { measureTable, testimonyTable, victimTable } from './papers.ts';
import { cardBooks, chatBooks, type Posting } from './postings.ts';
import { scannedPage } from './scan.ts';
import { type TenpayLayout, tenpayRegistration, tenpayTrades, tenpayUnknown } from './tenpay.ts';
import { wechatBill } from './wechat-bill.ts';

/** A file under `evidence/`, as somebody handed it in. */
export interface Item {
	readonly path: string;
	readonly content: Uint8Array;
	/** Account or name of the holder, for the register. */
	readonly holder: string;
	readonly obtained: '调取' | '勘验' | '当事人提供';
	/** First and last day that were asked for, where the register says so. */
	readonly period?: readonly [from: string, until: string];
	/** Stands inside this ZIP, whose path is the part before `!/`. */
	readonly inZip?: string;
}

const WHOLE = [FIRST_DAY, LAST_DAY] as const;

/** Every piece of evidence of the case. */
export function renderEvidence(random: Random, world: World, places: CoinPlaces): Item[] {
	const books = chatBooks(world.payments);
	return [
		...tenpayReturns(random, world, books),
		...bills(world, books),
		...banks(world),
		...chains(world, places),
		...reports(world),
		...alipay(world),
		...chats(world),
		...lists(random, world),
	];
}

/** Three answers of the platform, in nested folders; that for inspectors came as a ZIP, and one leader was asked twice. */
function tenpayReturns(random: Random, world: World, books: ReadonlyMap<string, readonly Posting[]>): Item[] {
	const folder = (notice: string, serial: string) =>
		`财付通/调证[临江]${notice}号/L-${serial}/财付通_${random.hex(32)}/TP${random.hex(8).toUpperCase()}`;
	const first = folder('0317', '1685600000123');
	const second = folder('0422', '1686200000456');
	const third = folder('0519', '1686800000789');
	const items: Item[] = [];
	const answer = (base: string, person: Person, which: number, until?: number, from?: number, zip?: string) => {
		const handle = person.chats[which] ?? '';
		const all = books.get(`wechat:${handle}`) ?? [];
		const some = all.filter(({ at }) => (from ?? 0) <= at && at < (until ?? Number.POSITIVE_INFINITY));
		const path = `${base}/IDCARD/${person.identity}/${handle}`;
		const layout: TenpayLayout = zip ? 26 : 27;
		const former =
			person === world.groups[0]?.leader ? { name: '旧号主样例', identity: '000000196001010001' } : undefined;
		const common = { holder: `wechat:${handle}`, obtained: '调取' as const, ...(zip ? { inZip: zip } : {}) };
		const period = [
			from === undefined ? FIRST_DAY : dayOf(from),
			until === undefined ? LAST_DAY : dayOf(until - 1),
		] as const;
		const trades = tenpayTrades(handle, person, some, layout, lastRole(person) === 'leader');
		items.push({ ...common, path: `${path}/TenpayTrades${zip ? '（公开）' : ''}.txt`, content: trades, period });
		items.push({ ...common, path: `${path}/TenpayRegInfo.txt`, content: tenpayRegistration(handle, person, former) });
	};
	for (const person of world.people) {
		if (!person.returns) continue;
		const inspector = person.spells[0]?.role === 'inspector';
		const twice = world.groups.some(({ leader, style }) => leader === person && style === 'over-claims');
		for (const which of person.chats.keys()) {
			if (inspector)
				answer('L-1686200000456/财付通_质检', person, which, undefined, undefined, '财付通/调证[临江]0422号.zip');
			else
				answer(
					lastRole(person) === 'caller' ? third : first,
					person,
					which,
					twice ? clock('2023-04-21', 0) : undefined,
				);
			if (twice) answer(second, person, which, undefined, clock('2023-04-10', 0));
		}
	}
	return [...items, ...emptyAnswers(third, world)];
}

/** An account without a single trade, and one that does not exist. */
function emptyAnswers(base: string, world: World): Item[] {
	const owner = world.groups[0]?.members[1];
	if (!owner) return [];
	const number = '1000012345';
	const path = `${base}/IDCARD/${owner.identity}/${number}`;
	const common = { holder: `qq:${number}`, obtained: '调取' as const };
	return [
		{ ...common, path: `${path}/TenpayTrades.txt`, content: tenpayTrades(number, owner, [], 27) },
		{ ...common, path: `${path}/TenpayRegInfo.txt`, content: tenpayRegistration(number, owner) },
		{
			holder: '',
			obtained: '调取',
			path: `${base}/IDCARD/${owner.identity}/demo_no_such_alias/TenpayRegInfo.txt`,
			content: tenpayUnknown('demo_no_such_alias'),
		},
	];
}

function bills(world: World, books: ReadonlyMap<string, readonly Posting[]>): Item[] {
	const items: Item[] = [];
	for (const person of world.people) {
		if (!person.bill) continue;
		const { account } = chatEnd(person);
		const name = `微信支付账单(20230301-20230531)-${person.identity.slice(-4)}${person.phone.slice(-4)}`;
		items.push({
			path: `微信账单/${name}.${person.bill === 'xlsx' ? 'xlsx' : 'csv'}`,
			content: wechatBill(person, books.get(account) ?? [], person.bill),
			holder: account,
			obtained: '当事人提供',
		});
	}
	return items;
}

function banks(world: World): Item[] {
	const forms = ['utf8', 'gb18030', 'xlsx'] as const;
	return world.cores.map((core, index) => {
		const form = forms[index] ?? 'utf8';
		return {
			path: `银行/交易明细_${index + 1}.${form === 'xlsx' ? 'xlsx' : 'csv'}`,
			content: bankFlow(core, cardBooks(world.payments, core.card), form),
			holder: `bank:${core.card}`,
			obtained: '调取',
			period: WHOLE,
		};
	});
}

function chains(world: World, places: CoinPlaces): Item[] {
	const watched = [...world.cores.flatMap(({ tron }) => tron), [...world.overseas.keys()][0] ?? ''];
	const tron = watched.map(
		(wallet, index): Item => ({
			path: `链上/TRON-tokenTransfer-${index + 1}.csv`,
			content: oklinkTron(wallet, world.coins, index % 2 === 0),
			holder: `tron:${wallet}`,
			obtained: '勘验',
			period: WHOLE,
		}),
	);
	const eth = world.cores
		.flatMap((core) => core.eth)
		.map(
			(wallet): Item => ({
				path: `链上/export-${wallet.toLowerCase()}.csv`,
				content: etherscanErc20(wallet, world.coins),
				holder: `eth:${wallet}`,
				obtained: '勘验',
				period: WHOLE,
			}),
		);
	const { exchangeDeposits, exchangeHot } = places;
	const exchange = [...exchangeDeposits.tron, ...exchangeDeposits.eth, exchangeHot.tron, exchangeHot.eth];
	const labels = tagPack(
		'Demo exchange wallets (invented)',
		'exchange',
		exchange.map((address) => ({ address, label: '示例交易所' })),
	);
	return [...tron, ...eth, { path: '标签/demo-exchange.yaml', content: labels, holder: '', obtained: '勘验' }];
}

function reports(world: World): Item[] {
	const seen = new Set<string>();
	const namesakes = new Set<string>();
	for (const { name } of world.people) (seen.has(name) ? namesakes : seen).add(name);
	const worksOf = new Map<Group, DayWork[]>(world.groups.map((group) => [group, []]));
	for (const work of world.works) worksOf.get(work.group)?.push(work);
	return world.groups
		.filter(({ style }) => style !== 'no-reports')
		.map((group) => {
			const form = group.style === 'eight' ? 'xlsx' : 'csv';
			const works = worksOf.get(group) ?? [];
			return {
				path: `日报表/${group.name}日报.${form}`,
				content: dailyReport(group, works, namesakes, form),
				holder: group.leader.name,
				obtained: '勘验' as const,
			};
		});
}

/** The leader's own bill, and the platform's answers: the leader's movements, and who is behind the numbers that were asked. */
function alipay(world: World): Item[] {
	return world.groups
		.filter(({ style }) => style === 'alipay')
		.flatMap(({ name, leader, members }) => {
			const asked = [leader, ...members].filter((person) => person === leader || alipayAsked(person));
			const folder = `支付宝/调证[临江]0533号/${name}`;
			const returned = (path: string, content: Uint8Array): Item => ({ path, content, holder: '', obtained: '调取' });
			return [
				{
					path: `支付宝/${name}组长-支付宝交易明细.csv`,
					content: alipayBill(leader, world.payments),
					holder: '',
					obtained: '当事人提供' as const,
				},
				returned(`${folder}/${leader.phone}_账户明细d2_part1.csv`, alipayDetail(leader, world.payments)),
				...asked.map((person) =>
					returned(`${folder}/${person.phone}_注册信息.csv`, alipayRegistration(alipayEnd(person))),
				),
			];
		});
}

function chats(world: World): Item[] {
	return world.groups.slice(0, 1).map((group) => ({
		path: `聊天/${group.name}工作群.csv`,
		content: chatExport(group, world.payments),
		holder: group.leader.name,
		obtained: '勘验',
	}));
}

/** Lists that fit no known layout, which the case maps: who came into a lead group, a dialler's calls and hours, papers. */
function lists(random: Random, world: World): Item[] {
	const item = (path: string, content: Uint8Array, obtained: Item['obtained']): Item => ({
		path,
		content,
		holder: '',
		obtained,
	});
	const worksOf = (group: Group) => world.works.filter((work) => work.group === group);
	const joins = world.groups
		.filter(({ style }) => style === 'no-reports')
		.map((group) =>
			item(
				`聊天/${group.name}入群记录.csv`,
				joinRecords(random.fork(`joins ${group.name}`), group, worksOf(group)),
				'勘验',
			),
		);
	const dialler = world.groups.slice(0, 1).flatMap((group) => {
		const calls = callRecords(random.fork('calls'), group, worksOf(group));
		return [
			item(`外呼平台/${group.name}通话记录.csv`, calls, '调取'),
			item(`外呼平台/${group.name}考勤.csv`, timeSheet(group, worksOf(group)), '调取'),
			item(`外呼平台/${group.name}座席表.csv`, seatList(group), '勘验'),
		];
	});
	return [
		...joins,
		...dialler,
		item('案卷/供述与辩解.csv', testimonyTable(world), '调取'),
		item('案卷/冻结扣押退赃.csv', measureTable(world), '调取'),
		item('案卷/被害人.csv', victimTable(world), '调取'),
		item('案卷/微信支付交易明细证明（扫描件）.pdf', scannedPage(), '当事人提供'),
	];
}

/** The files on disk: loose ones as they are, those of a ZIP together in it. */
export function filesOf(items: readonly Item[]): Map<string, Uint8Array> {
	const files = new Map<string, Uint8Array>();
	const zips = new Map<string, Map<string, Uint8Array>>();
	for (const { path, content, inZip } of items) {
		if (inZip === undefined) files.set(path, content);
		else zips.set(inZip, (zips.get(inZip) ?? new Map<string, Uint8Array>()).set(path, content));
	}
	for (const [path, entries] of zips) files.set(path, storedZip(entries));
	return files;
}
