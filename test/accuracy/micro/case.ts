import { seeded } from '../../../datasets/demo/random.ts';
import type { Findings } from '../../../src/findings/schema.ts';
import type { Attribution } from '../../../src/ledger/attribution.ts';
import type { Spell } from '../../../src/ledger/person.ts';
import type { LedgerRecord } from '../../../src/ledger/record.ts';
import { STATEMENT_KINDS } from '../../../src/ledger/statement.ts';
import type { StatementsByKind } from '../../../src/run/beside.ts';
import { caseFileSchema } from '../../../src/run/case-file.ts';
import { type CaseStatements, derive } from '../../../src/run/derive.ts';
import { recognise } from '../../../src/run/recognise.ts';
import { type Settings, settingsOf } from '../../../src/run/settings.ts';
import { identified } from '../../../src/sources/attribution-id.ts';
import type { Hints } from '../../../src/sources/contract.ts';
import { memoryFile } from '../../../src/sources/evidence-file.ts';
import { sourcesFor } from '../../../src/sources/list.ts';
import { type Item, makeEvidence } from './evidence.ts';
import { FIRST, FROM, type Gang, LAST, makeGang } from './gang.ts';
import { type Money, makeMoney, TERMS } from './money.ts';
import { type TruePerson, truthOf } from './truth.ts';

/** What a file said, and its line in the evidence list. */
interface Read {
	readonly records: readonly LedgerRecord[];
	readonly leads: StatementsByKind['leads'];
	readonly row: Findings['evidence']['files'][number];
}

/** An invented gang of twenty, the files that tell of it, each read once, and the truth. */
export interface MicroCase {
	readonly seed: number;
	readonly files: readonly Read[];
	readonly truth: readonly TruePerson[];
	readonly tables: Pick<StatementsByKind, 'spells' | 'attributions'>;
	readonly settings: Settings;
}

/** @throws Error where the program cannot read a file that the generator wrote */
export async function makeMicro(seed: number): Promise<MicroCase> {
	const random = seeded(`micro ${seed}`);
	const gang = makeGang(random.fork('gang'));
	const money = makeMoney(random.fork('money'), gang);
	const items = makeEvidence(random.fork('evidence'), gang, money);
	const settings = settingsOf(caseFileSchema.parse(CASE));
	const files: Read[] = [];
	for (const item of items) files.push(await read(item, settings));
	return { seed, files, truth: truthOf(gang, money), tables: tablesOf(gang, money), settings };
}

/** What the program derives from some of the files. The tables that investigators fill in are always there. */
export async function deriveWith(micro: MicroCase, files: readonly Read[]) {
	const none = Object.fromEntries(STATEMENT_KINDS.map((kind) => [kind, []])) as unknown as StatementsByKind;
	const statements: CaseStatements = {
		records: files.flatMap((file) => file.records),
		calls: [],
		said: { ...none, ...micro.tables, leads: files.flatMap((file) => file.leads) },
		decisions: [],
		evidence: { files: files.map((file) => file.row), rows: { total: 0, read: 0, skipped: 0, rejected: 0 } },
		chains: { vanished: [], disagreements: [] },
	};
	const { derived } = await derive(statements, micro.settings, 'micro', () => Promise.resolve());
	return derived;
}

async function read(item: Item, settings: Settings): Promise<Read> {
	const file = memoryFile(item.path, item.content);
	const hints: Hints = { offsetMinutes: 480, mappings: settings.mappings, assets: settings.assets };
	const holder = item.holder === '' ? {} : { owner: item.holder };
	const { known } = await recognise(file, { ...hints, ...holder }, sourcesFor(hints));
	if (!known) throw new Error(`nobody reads ${item.path}`);
	const records: LedgerRecord[] = [];
	const leads: StatementsByKind['leads'][number][] = [];
	for await (const batch of known.source.read(file, { ...hints, ...holder })) {
		const [reject] = batch.rejected;
		if (reject) throw new Error(`${item.path} row ${reject.row}: ${reject.reason} in ${reject.column}`);
		records.push(...(batch.records ?? []));
		leads.push(...(batch.leads ?? []));
	}
	const row: Read['row'] = {
		hash: file.hash,
		paths: [item.path],
		size: file.size,
		source: known.source.id,
		status: 'read',
		rows: { total: 0, read: 0, skipped: {}, rejected: 0, records: records.length, others: leads.length },
		register: {
			holder: item.holder,
			obtained: item.obtained,
			...(item.stated && { from: FROM, until: item.until }),
		},
		hashCheck: 'none-recorded',
	};
	return { records, leads, row };
}

function tablesOf({ people }: Gang, { overseas, desk }: Money): MicroCase['tables'] {
	const claim = (account: string, party: string, category: Attribution['category'], identity?: string) =>
		identified({
			account,
			party,
			...(identity !== undefined && { identity }),
			category,
			grade: 'controls',
			source: '样例登记',
			confidence: 90,
		});
	const spells = people.flatMap(({ name, identity, spells: own }): Spell[] =>
		own.map(({ role, group, superior, from, until }) => ({
			person: name,
			identity,
			nicknames: [],
			role,
			roleText: role,
			...(group !== '' && { group }),
			...(superior !== '' && { superior }),
			from: Date.parse(`${from}T00:00:00+08:00`),
			until: Date.parse(`${until}T23:59:59.999+08:00`),
			source: '样例花名册',
		})),
	);
	const attributions = people.flatMap(({ name, identity, chats, card, tron }) => [
		...chats.map((chat) => claim(`wechat:${chat}`, name, 'person', identity)),
		...(card ? [claim(`bank:${card}`, name, 'person', identity)] : []),
		...tron.map((wallet) => claim(`tron:${wallet}`, name, 'person', identity)),
	]);
	return {
		spells,
		attributions: [
			...attributions,
			claim(`tron:${overseas}`, '境外样例', 'overseas'),
			claim(`tron:${desk}`, '示例币商', 'service'),
		],
	};
}

const yuan = (fen: bigint) => `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;

/** What investigators would state of it. The daily sums of cores and leaders are round and about twice what they were. */
const CASE = {
	version: 1,
	name: '微型样例',
	period: { from: FIRST, until: LAST },
	pay: {
		wages: Object.entries(TERMS.wages).map(([role, fen]) => ({ role, yuan_per_day: yuan(fen) })),
		commissions: [
			{ yuan_per_lead: yuan(TERMS.rates[0]), until: '2023-03-15' },
			{ yuan_per_lead: yuan(TERMS.rates[1]), from: TERMS.secondRateFrom },
		],
		days_per_payout_max: 1,
		leads_per_day_max: TERMS.leadsPerDayMax,
	},
	cash_outs: { rates: [{ min: yuan(TERMS.rate.least), max: yuan(TERMS.rate.most), source: '样例询价' }] },
	bounds: {
		source: '样例供述',
		accounts_known: { people: ['*'] },
		bonuses_max_yuan: yuan(TERMS.bonusesMax),
		own_money_max_yuan: yuan(TERMS.ownMoneyMax),
		received_max: [
			{ role: 'core', yuan_per_day: '6000' },
			{ role: 'leader', yuan_per_day: '3000' },
		],
		outside_money: 'coins',
	},
	mappings: [
		{
			name: 'daily-leads',
			when: ['日期', '话务员', '引流人数'],
			yields: 'leads',
			columns: { day: '日期', caller: '话务员', count: '引流人数' },
		},
	],
};
