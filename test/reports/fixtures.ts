/** Findings made by code for the report tests: invented people, invented accounts, seeded numbers. */

import { type Findings, type FindingsLink, type FindingsNode, findingsSchema } from '../../src/findings/schema.ts';
import { MEASURES } from '../../src/proceeds/yardsticks/measures.ts';

export const USDT = 'tron:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t';

const DAY_MS = 86_400_000;
/** 2023-03-01T00:00:00+08:00 */
export const START = Date.UTC(2023, 1, 28, 16);

const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏'];
const GIVEN = [...'伟芳娜敏静磊军洋勇艳杰涛明超霞平刚桂兰飞'];

/** A generator of whole numbers below `below`: the same for the same seed (mulberry32). */
export function numbers(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
	};
}

export function personName(index: number): string {
	const surname = SURNAMES[index % SURNAMES.length];
	const given = GIVEN[(index * 7) % GIVEN.length];
	return `${surname}${index % 3 === 0 ? '' : GIVEN[(index * 3) % GIVEN.length]}${given}`;
}

export function node(
	id: string,
	level: number,
	kind: FindingsNode['kind'],
	more: Partial<FindingsNode> = {},
): FindingsNode {
	return { id, label: id, note: '', kind, role: '', level, party: '', members: 1, ...more };
}

export function link(from: string, to: string, amount: bigint, more: Partial<FindingsLink> = {}): FindingsLink {
	return {
		id: `l-${from}-${to}`,
		from,
		to,
		asset: 'CNY',
		amount: amount.toString(),
		count: 1,
		first: START,
		last: START + 30 * DAY_MS,
		grade: 'both-sides',
		status: 'documented',
		media: ['chat-transfer'],
		kinds: ['wage'],
		traced: amount.toString(),
		...more,
	};
}

/** Findings with nothing in them but what is given. */
export function findings(more: Partial<Findings> = {}): Findings {
	return findingsSchema.parse({
		schema: 'liuxiang/findings/1',
		program: 'liuxiang 0.1.0',
		case: {
			name: '海风引流案',
			language: 'zh',
			offsetMinutes: 480,
			from: START,
			until: START + 92 * DAY_MS - 1,
			maker: '',
			reviewer: '',
		},
		parameters: { 'trace.policy': 'fifo', 'chart.fold_above': '8' },
		assets: [
			{ id: 'CNY', symbol: 'CNY', decimals: 2 },
			{ id: USDT, symbol: 'USDT', decimals: 6 },
		],
		evidence: { files: [], rows: { total: 0, read: 0, skipped: 0, rejected: 0 }, cutOff: START + 91 * DAY_MS },
		merging: {
			records: 0,
			transfers: 0,
			byRule: {},
			uncertain: 0,
			exclusions: [],
			tied: 0,
			joined: [],
			single: [],
			owners: [],
		},
		seeds: [],
		conservation: [],
		cashOuts: [],
		unmatched: { coins: [], yuan: [] },
		people: [],
		payouts: [],
		kinds: [],
		chance: { unrelated: 0, fitting: 0 },
		reconciliation: { inflow: '0', kept: '0', operating: '0', unresolved: '0', balances: true },
		flow: { nodes: [], links: [], folded: { nodes: 0, links: 0, limit: '' } },
		hierarchy: {
			units: [],
			ties: [],
			roles: [],
			superiors: [],
			moves: [],
			differences: [],
			agreements: [],
			adopted: [],
		},
		testimony: [],
		measures: [],
		victims: [],
		groups: [],
		yardsticks: { asOf: '2026-11-27', units: { ...MEASURES }, rules: [], lacks: [], people: [] },
		chains: { histories: [], disagreements: [], vanished: [] },
		todo: [],
		swaps: { made: [], unclear: [] },
		peelChains: [],
		sensitivity: { varied: [], figures: 0, moved: [] },
		todoRejected: [],
		incomplete: [],
		tables: [],
		...more,
	});
}

/** How many of each in a gang. */
export interface GangSize {
	readonly overseas: number;
	readonly cores: number;
	readonly leaders: number;
	readonly inspectors: number;
	readonly callers: number;
}

export const SMALL_GANG: GangSize = { overseas: 2, cores: 2, leaders: 2, inspectors: 2, callers: 6 };
export const LARGE_GANG: GangSize = { overseas: 3, cores: 3, leaders: 8, inspectors: 10, callers: 66 };

/** A gang's findings: overseas -> core wallets -> desks -> core -> leaders -> inspectors and callers, some returns. */
export function gang(size: GangSize, more: Partial<Findings> = {}): Findings {
	const draw = numbers(size.callers);
	const flow = gangFlow(size, draw);
	const paths = ['returns/TP1/TenpayTrades.txt', 'bank/流水.xlsx', 'chain/usdt.csv', 'bills/话务甲.csv'];
	const files = ['tenpay-trades', 'bank-flow', 'oklink-tron', 'wechat-bill'].map((source, index) =>
		file(source, paths[index] ?? '', 1_200 * (index + 1)),
	);
	return findings({
		evidence: { files, rows: { total: 12_000, read: 11_960, skipped: 38, rejected: 2 }, cutOff: START + 91 * DAY_MS },
		chance: { unrelated: 2_310, fitting: 417 },
		flow,
		...more,
	});
}

export function file(source: string, path: string, total: number): Findings['evidence']['files'][number] {
	return {
		hash: '0e'.repeat(32),
		paths: [path],
		size: total * 120,
		source,
		status: 'read',
		rows: { total, read: total - 2, skipped: { header: 1 }, rejected: 1, records: total - 2, others: 0 },
		hashCheck: 'none-recorded',
	};
}

function gangFlow(size: GangSize, draw: (below: number) => number): Findings['flow'] {
	const nodes: FindingsNode[] = [];
	const links: FindingsLink[] = [];
	const span = () => {
		const first = START + draw(60) * DAY_MS;
		return { first, last: first + draw(30) * DAY_MS };
	};
	const coins = (whole: number) => BigInt(whole) * 1_000_000n + BigInt(draw(100)) * 10_000n;
	for (let i = 0; i < size.overseas; i++) {
		nodes.push(
			node(`overseas/${i}`, 0, 'overseas', {
				label: `境外上家${'甲乙丙丁戊'[i]}`,
				note: `tron:TQ${i}xKfw3n8Yv5RbZ2cLmPsHdGjTaEuV${i}9Qe`,
			}),
		);
	}
	for (let i = 0; i < size.cores; i++) {
		const label = personName(i);
		nodes.push(
			node(`core${i}/coins`, 1, 'wallet', {
				label,
				role: 'core',
				note: `tron:TW${i}aBcD3n8Yv5RbZ2cLmPsHdGjTaEuV${i}7Kd`,
				party: `core${i}`,
			}),
		);
		nodes.push(node(`service/${i}`, 2, 'service', { label: `场外商${'一二三四五'[i]}` }));
		nodes.push(
			node(`core${i}/yuan`, 3, 'person', {
				label,
				role: 'core',
				note: `bank:62220${i}1234567891${i}`,
				party: `core${i}`,
			}),
		);
		const whole = 20_000 + draw(40_000);
		links.push(
			link(`overseas/${i % size.overseas}`, `core${i}/coins`, coins(whole), {
				asset: USDT,
				count: 5 + draw(9),
				media: ['token'],
				kinds: ['seed'],
				...span(),
			}),
		);
		const yuan = BigInt(whole) * 712n;
		links.push(
			link(`core${i}/coins`, `service/${i}`, coins(whole - 500), {
				asset: USDT,
				count: 6,
				media: ['token'],
				kinds: ['cash-out'],
				yuan: yuan.toString(),
				...span(),
			}),
		);
		links.push(
			link(`service/${i}`, `core${i}/yuan`, yuan, {
				grade: 'inferred',
				count: 6,
				media: ['bank'],
				kinds: ['cash-out'],
				yuan: yuan.toString(),
				...span(),
			}),
		);
	}
	for (let i = 0; i < size.leaders; i++) {
		nodes.push(
			node(`leader${i}/yuan`, 4, 'person', {
				label: personName(20 + i),
				role: 'leader',
				note: `wechat:wxid_ld${i}k3p9q7z${i}`,
				party: `leader${i}`,
			}),
		);
		links.push(
			link(`core${i % size.cores}/yuan`, `leader${i}/yuan`, BigInt(2_000_000 + draw(3_000_000)), {
				count: 12 + draw(20),
				media: ['chat-transfer', 'bank'],
				kinds: ['funding'],
				...span(),
			}),
		);
	}
	const staff = (role: string, level: number, count: number, base: number, fen: number) => {
		for (let i = 0; i < count; i++) {
			const id = `${role}${i}/yuan`;
			nodes.push(
				node(id, level, 'person', {
					label: personName(base + i),
					role,
					note: `wechat:wxid_${role[0]}${i}m4x8w2${i % 10}t`,
					party: `${role}${i}`,
				}),
			);
			const grade = draw(4) === 0 ? 'one-ledger' : 'both-sides';
			links.push(
				link(`leader${i % size.leaders}/yuan`, id, BigInt(fen + draw(fen)), {
					count: 20 + draw(60),
					media: i % 3 === 0 ? ['red-packet'] : ['red-packet', 'chat-transfer'],
					grade,
					...span(),
				}),
			);
		}
	};
	staff('inspector', 5, size.inspectors, 40, 900_000);
	staff('caller', 6, size.callers, 60, 400_000);
	links.push(
		link('caller1/yuan', 'leader1/yuan', 5_000n, { count: 1, kinds: ['return-by-payee'], first: START, last: START }),
	);
	links.push(link('leader0/yuan', 'leader1/yuan', 120_000n, { count: 2, status: 'consistent', grade: 'one-ledger' }));
	return { nodes, links, folded: { nodes: 0, links: 0, limit: '' } };
}

/** A chain case: `accounts` accounts over `hops` hops, each fed from the hop before, some links going back. */
export function chain(accounts: number, hops: number): Findings {
	const draw = numbers(accounts * 31 + hops);
	const nodes = chainNodes(accounts, hops, draw);
	const links = nodes.flatMap((to) => chainLinks(to, nodes, draw));
	const rows = { total: accounts, read: accounts, skipped: 0, rejected: 0 };
	return findings({
		case: { name: '链上流转', language: 'zh', offsetMinutes: 480, maker: '', reviewer: '' },
		assets: [{ id: 'USD', symbol: 'USD', decimals: 2 }],
		evidence: { files: [file('mapped:flows', 'flows.csv', accounts)], rows, cutOff: START + 60 * DAY_MS },
		flow: { nodes, links, folded: { nodes: 12, links: 30, limit: 'nodes=400' } },
	});
}

function chainNodes(accounts: number, hops: number, draw: (below: number) => number): FindingsNode[] {
	return Array.from({ length: accounts }, (_, i) => {
		const level = i === 0 ? 0 : i <= hops ? i : 1 + draw(hops);
		const digits = (BigInt(i + 1) * 0x9e3779b97f4a7c15f39cc0605cedc835n).toString(16);
		const handle = `0x${digits.padStart(40, 'a').slice(-40)}`;
		const service = level > 2 && draw(12) === 0;
		const kind = level === 0 ? 'overseas' : service ? 'service' : 'other';
		return node(`eth:${handle}`, level, kind, { label: service ? `交易所${i}` : handle, note: `eth:${handle}` });
	});
}

function chainLinks(to: FindingsNode, nodes: readonly FindingsNode[], draw: (below: number) => number): FindingsLink[] {
	const token = { asset: 'USD', media: ['token'], kinds: ['flow'] };
	const payers = nodes.filter((each) => each.level === to.level - 1).map((each) => each.id);
	const chosen = payers.length === 0 ? [] : [draw(payers.length), draw(payers.length)];
	const links = [...new Set(chosen)].map((index) => {
		const amount = BigInt(1_000 + draw(90_000_000));
		const traced = (amount / BigInt(1 + draw(3))).toString();
		const first = START + to.level * DAY_MS;
		const more = { ...token, traced, count: 1 + draw(9), first, last: first + draw(4) * DAY_MS };
		return link(payers[index] as string, to.id, amount, more);
	});
	const back = nodes.find((each) => each.level === to.level - 2);
	if (back === undefined || draw(25) !== 0) return links;
	return [...links, link(to.id, back.id, BigInt(1_000 + draw(100_000)), token)];
}
