import { BigNumber } from 'bignumber.js';
import type { CashOutRules } from '../cashouts/types.ts';
import { parseAccount } from '../ledger/account.ts';
import { type Asset, KNOWN_ASSETS } from '../ledger/asset.ts';
import type { Role } from '../ledger/person.ts';
import { parseTime } from '../ledger/time.ts';
import type { PayRules } from '../payroll/types.ts';
import type { WorkRules } from '../payroll/work.ts';
import type { CaseLaw } from '../proceeds/yardsticks/types.ts';
import type { Mapping } from '../sources/mapping.ts';
import type { Policy } from '../tracing/types.ts';
import type { CaseFile } from './case-file.ts';
import { type ChainSettings, chainSettings, coinsOf, movingSettings } from './chains/settings.ts';
import { millisecondsOf } from './durations.ts';

/** What `case.yaml` (and the workbook) set, in the program's own units: instants, fen, canonical accounts. */
export interface Settings {
	readonly name: string;
	readonly language: 'zh' | 'en';
	readonly offsetMinutes: number;
	readonly from?: number;
	readonly until?: number;
	readonly maker: string;
	readonly reviewer: string;
	readonly assets: ReadonlyMap<string, Asset>;
	readonly mappings: readonly Mapping[];
	readonly seeds: {
		readonly overseas: boolean;
		readonly accounts: readonly string[];
		readonly transfers: readonly string[];
	};
	readonly pay: PayRules;
	readonly work: WorkRules;
	readonly cashOuts: CashOutRules;
	readonly trace: {
		readonly policy: Policy;
		readonly servicesEndBranches: boolean;
		readonly depth?: number;
		readonly hub?: number;
	};
	/** What the case states about what is not in the evidence, for upper bounds. */
	readonly bounds: BoundSettings;
	/** Networks that are asked, sorted. */
	readonly chains: readonly ChainSettings[];
	readonly foldAbove: number;
	/** The rules that everybody is read against, those of the case among them. */
	readonly law: CaseLaw;
	/** Every setting that could move a figure, as text: the report prints it. */
	readonly parameters: Readonly<Record<string, string>>;
}

/** `bounds` of `case.yaml`: people as they are written there, amounts in fen. */
export interface BoundSettings {
	readonly accountsKnown: { readonly people: readonly string[]; readonly except: readonly string[] };
	readonly bonusesMax?: bigint;
	readonly ownMoneyMax?: bigint;
	readonly receivedMax: readonly { readonly role: Role; readonly fenPerDay: bigint }[];
	readonly coinsOnly: boolean;
}

const DAY_MS = 86_400_000;

const NO_RULES = { asOf: '1970-01-01', rules: [] };

/** Turns a checked case file into settings. `rules`: records of law; none for questions that read nobody against them. */
export function settingsOf(file: CaseFile, rules: Omit<CaseLaw, 'judgmentDay'> = NO_RULES): Settings {
	const offsetMinutes = offsetOf(file.timezone);
	const start = (day: string | undefined) => (day === undefined ? undefined : parseTime(day, offsetMinutes)?.instant);
	const end = (day: string | undefined) => {
		const instant = start(day);
		return instant === undefined ? undefined : instant + DAY_MS - 1;
	};
	const span = (rule: { from?: string | undefined; until?: string | undefined }) => ({
		...defined('from', start(rule.from)),
		...defined('until', end(rule.until)),
	});
	const pay: PayRules = {
		wages: file.pay.wages.map((w) => ({ role: w.role, fenPerDay: fen(w.yuan_per_day), ...span(w) })),
		commissions: file.pay.commissions.map((c) => {
			const band =
				typeof c.yuan_per_lead === 'string' ? { min: c.yuan_per_lead, max: c.yuan_per_lead } : c.yuan_per_lead;
			return { minFen: fen(band.min), maxFen: fen(band.max), ...defined('group', c.group), ...span(c) };
		}),
		partDaysPercent: file.pay.part_days_percent,
		daysMax: file.pay.days_per_payout_max,
		...defined('leadsPerDayMax', file.pay.leads_per_day_max),
		roundingMaxFen: fen(file.pay.rounding_max_yuan),
	};
	const known = [...KNOWN_ASSETS, ...coinsOf(file.chains)];
	const assets = new Map(
		[...known, ...file.assets.map((a) => ({ ...a, id: canonicalAsset(a.id) }))].map((a) => [a.id, a]),
	);
	return {
		name: file.name,
		language: file.language,
		offsetMinutes,
		...defined('from', start(file.period.from)),
		...defined('until', end(file.period.until)),
		maker: file.maker,
		reviewer: file.reviewer,
		assets,
		mappings: file.mappings.map(mappingOf),
		seeds: {
			overseas: file.seeds.overseas,
			accounts: file.seeds.accounts.map(canonicalAsset),
			transfers: file.seeds.transfers,
		},
		pay,
		work: { longSeconds: file.work.call_seconds_min, fullDayMinutes: file.work.full_day_hours * 60 },
		cashOuts: {
			rates: file.cash_outs.rates.map((r) => ({ min: r.min, max: r.max, source: r.source, ...span(r) })),
			beforeMs: millisecondsOf(file.cash_outs.before),
			afterMs: millisecondsOf(file.cash_outs.after),
			chanceMax: file.cash_outs.chance_max,
			fee: { basisPoints: basisPoints(file.cash_outs.fee_percent_max), fen: fen(file.cash_outs.fee_yuan_max) },
			groupMs: millisecondsOf(file.cash_outs.group_within),
			partsMax: file.cash_outs.parts_max,
			confidenceMin: file.cash_outs.confidence_min,
		},
		trace: {
			policy: file.trace.policy,
			servicesEndBranches: file.trace.services_end_branches,
			...defined('depth', file.trace.depth),
			...defined('hub', file.trace.hub),
		},
		bounds: {
			accountsKnown: file.bounds.accounts_known ?? { people: [], except: [] },
			...defined(
				'bonusesMax',
				file.bounds.bonuses_max_yuan === undefined ? undefined : fen(file.bounds.bonuses_max_yuan),
			),
			...defined(
				'ownMoneyMax',
				file.bounds.own_money_max_yuan === undefined ? undefined : fen(file.bounds.own_money_max_yuan),
			),
			receivedMax: file.bounds.received_max.map((cap) => ({ role: cap.role, fenPerDay: fen(cap.yuan_per_day) })),
			coinsOnly: file.bounds.outside_money === 'coins',
		},
		chains: file.chains
			.map((chain) => chainSettings(chain, assets, offsetMinutes))
			.sort((a, b) => (a.network < b.network ? -1 : 1)),
		foldAbove: file.chart.fold_above,
		law: { ...rules, ...defined('judgmentDay', file.judgment_day) },
		parameters: parametersOf(file),
	};
}

/** Minutes east of UTC of `+08:00`. */
export function offsetOf(zone: string): number {
	const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
	return zone.startsWith('-') ? -minutes : minutes;
}

function fen(yuan: string): bigint {
	return BigInt(new BigNumber(yuan).shiftedBy(2).toFixed(0));
}

/** Hundredths of a percent. */
function basisPoints(percent: string): bigint {
	return fen(percent);
}

function canonicalAsset(id: string): string {
	const reading = parseAccount(id);
	return reading.ok ? reading.account : id;
}

function mappingOf(m: CaseFile['mappings'][number]): Mapping {
	return {
		name: m.name,
		when: m.when,
		yields: m.yields,
		columns: m.columns as Mapping['columns'],
		...defined('network', m.network),
		...defined('asset', m.asset === undefined ? undefined : canonicalAsset(m.asset)),
		...defined('offsetMinutes', m.timezone === undefined ? undefined : offsetOf(m.timezone)),
		...defined('decimals', m.decimals),
		...defined('inWords', m.in_words),
		...defined('outWords', m.out_words),
		...defined('doneWords', m.done_words),
		...defined('cancelledWords', m.cancelled_words),
		...defined('kind', m.kind),
		...defined('disputes', m.disputes),
		...defined('institution', m.institution),
	};
}

/** Flat `pay.wages.0.role` -> `caller`, sorted; what names the case and its makers, when it runs and whom that is told is no parameter. */
function parametersOf(file: CaseFile): Record<string, string> {
	const flat: [string, string][] = [];
	const walk = (path: string, value: unknown): void => {
		if (value === undefined) return;
		if (Array.isArray(value)) {
			if (value.length === 0) flat.push([path, '-']);
			for (const [index, item] of value.entries()) walk(`${path}.${index}`, item);
		} else if (typeof value === 'object' && value !== null) {
			for (const [key, item] of Object.entries(value)) walk(path === '' ? key : `${path}.${key}`, item);
		} else flat.push([path, String(value)]);
	};
	const { name: _name, maker: _maker, reviewer: _reviewer, neo4j: _neo4j, store: _store, ...others } = file;
	const { passwords_file: _file, passwords_env: _env, packages: _packages, ...moving } = others;
	const { schedule: _schedule, notices: _notices, ...rest } = moving;
	walk('', { ...rest, chains: movingSettings(file.chains) });
	return Object.fromEntries(flat.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** `{key: value}`, or nothing where the value is undefined: optional properties are absent, never undefined. */
export function defined<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
	return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });
}
