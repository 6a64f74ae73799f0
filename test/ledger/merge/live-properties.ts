import * as fc from 'fast-check';
import { KNOWN_ASSETS } from '../../../src/ledger/asset.ts';
import { mergeRecords } from '../../../src/ledger/merge/merge.ts';
import type { LedgerRecord } from '../../../src/ledger/record.ts';
import type { Transfer } from '../../../src/ledger/transfer.ts';
import { live, USDT_ETH } from '../live.ts';
import { record } from '../records.ts';

const assets = new Map(KNOWN_ASSETS.map((a) => [a.id, a]));

interface Movement {
	readonly act: 'log' | 'value' | 'call';
	readonly from: string;
	readonly to: string;
	readonly amount: bigint;
}

/** A block of up to four transactions whose movements are as alike as they can be. */
const world = fc.array(
	fc.array(
		fc.record({
			act: fc.constantFrom('log' as const, 'log' as const, 'value' as const, 'call' as const),
			from: fc.constantFrom('eth:0xa', 'eth:0xb'),
			to: fc.constantFrom('eth:0xb', 'eth:0xc'),
			amount: fc.constantFrom(100n, 200n),
		}),
		{ minLength: 1, maxLength: 6 },
	),
	{ minLength: 1, maxLength: 4 },
);

/** Which movements each of six exports lists: two of each kind, some of them short. */
const listed = fc.array(fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }), { minLength: 6, maxLength: 6 });

/** One value a transaction, as chains have it. */
function movementsOf(transaction: readonly Movement[]): Movement[] {
	const value = transaction.find(({ act }) => act === 'value');
	return transaction.filter((one) => one.act !== 'value' || one === value);
}

function liveRecords(transactions: readonly (readonly Movement[])[]): LedgerRecord[] {
	let log = 0;
	return transactions.flatMap((movements, n) =>
		movementsOf(movements).map(({ act, from, to, amount }, k) => {
			const token = act === 'log';
			if (token) log += 1;
			return live({
				transaction: hashOf(n),
				position: token ? `log ${log}` : act === 'value' ? 'value' : `call 0.${k}`,
				...(token ? { log } : {}),
				from,
				to,
				amount,
				asset: token ? USDT_ETH : 'eth:coin',
				medium: token ? 'token' : 'coin',
				block: { number: 7, index: n * 1000 + k },
			});
		}),
	);
}

const SOURCES = { log: 'etherscan-erc20', value: 'etherscan-transactions', call: 'etherscan-internal' } as const;

/** What exports say of the same history: without places, each only some of it. */
function rows(transactions: readonly (readonly Movement[])[], lists: readonly (readonly boolean[])[]): LedgerRecord[] {
	const all = transactions.flatMap((movements, n) => movementsOf(movements).map((movement) => ({ ...movement, n })));
	return (['log', 'value', 'call'] as const).flatMap((act, kind) =>
		[0, 1].flatMap((copy) =>
			all.flatMap(({ n, from, to, amount, ...movement }, k) => {
				if (movement.act !== act || !lists[kind * 2 + copy]?.[k]) return [];
				return record({
					file: `${act}${copy}`,
					row: k,
					source: SOURCES[act],
					institution: 'chain:eth',
					own: 'neither',
					order: hashOf(n),
					from,
					to,
					amount,
					asset: act === 'log' ? USDT_ETH : 'eth:coin',
					medium: act === 'log' ? 'token' : 'coin',
				});
			}),
		),
	);
}

function hashOf(n: number): string {
	return `0x${String(n + 1).repeat(64)}`;
}

function merged(records: readonly LedgerRecord[]): readonly Transfer[] {
	return mergeRecords({ records, assets, decisions: [] }).transfers;
}

/** A transfer without what tells how many rows back it. */
function movement({ records: _records, aliases: _aliases, rule: _rule, type: _type, ...rest }: Transfer): string {
	return JSON.stringify(rest, (_, v) => (typeof v === 'bigint' ? `${v}n` : v));
}

/** What holds of live records beside exports of the same history, for tests and for the torture run. */
export const LIVE_PROPERTIES = [
	{
		says: 'exports of a history that the chain gave add no transfer, move no amount and change no order',
		property: fc.property(world, listed, (transactions, lists) => {
			const chain = liveRecords(transactions);
			const both = merged([...rows(transactions, lists), ...chain]);
			return both.map(movement).join('\n') === merged(chain).map(movement).join('\n');
		}),
	},
	{
		says: 'every id that exports alone printed still resolves once the chain is read',
		property: fc.property(world, listed, (transactions, lists) => {
			const files = rows(transactions, lists);
			const names = new Set(
				merged([...files, ...liveRecords(transactions)]).flatMap(({ id, aliases }) => [id, ...aliases]),
			);
			return merged(files).every(({ id, aliases }) => [id, ...aliases].every((name) => names.has(name)));
		}),
	},
	{
		says: 'live records and rows merge alike in whatever order they come, each into one transfer',
		property: fc.property(world, listed, fc.integer(), (transactions, lists, seed) => {
			const records = [...liveRecords(transactions), ...rows(transactions, lists)];
			const rank = ({ id }: LedgerRecord) => (Number.parseInt(id.slice(1, 8), 16) ^ seed) >>> 0;
			const shown = (list: readonly LedgerRecord[]) =>
				JSON.stringify(merged(list), (_, v) => (typeof v === 'bigint' ? `${v}n` : v));
			const told = merged(records).flatMap((x) => x.records);
			return (
				told.length === records.length &&
				new Set(told).size === told.length &&
				shown(records) === shown([...records].sort((a, b) => rank(a) - rank(b)))
			);
		}),
	},
	{
		says: 'ids of transfers are unique where equal movements stand side by side',
		property: fc.property(world, listed, (transactions, lists) => {
			const transfers = merged([...liveRecords(transactions), ...rows(transactions, lists)]);
			return new Set(transfers.map(({ id }) => id)).size === transfers.length;
		}),
	},
] as const;
