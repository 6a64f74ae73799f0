import { displayAmount } from '../../ledger/money.ts';
import { fileOf } from '../../ledger/once.ts';
import { Problem } from '../../ledger/problem.ts';
import type { Receipt } from '../../ledger/receipt.ts';
import type { LedgerRecord } from '../../ledger/record.ts';
import { formatTime } from '../../ledger/time.ts';
import type { Transfer } from '../../ledger/transfer.ts';
import type { LeadStatement } from '../../payroll/leads/types.ts';
import { say } from '../../reports/words.ts';
import { stretchesIn } from '../chains/stretches.ts';
import { type CaseView, nameAt } from './case-view.ts';
import type { JudgedRow } from './last-tables.ts';
import { ownId } from './package-ids.ts';

export interface WhyAnswer {
	readonly kind: 'figure' | 'transfer' | 'record' | 'cash-out' | 'link' | 'proposal';
	readonly id: string;
	readonly facts: Readonly<Record<string, string | number>>;
	readonly records: readonly LedgerRecord[];
	/** Hash of a file -> its path under `evidence/`. */
	readonly paths: Readonly<Record<string, string>>;
	/** Receipts that the live records among them came with: what was asked of which endpoint, and what it answered. */
	readonly receipts: readonly Receipt[];
	/** Ids of what would also fit. */
	readonly rivals: readonly string[];
	/** Reports and joins behind the commission of a payout; empty: none found. Absent: it is no commission. */
	readonly leads?: readonly LeadStatement[];
	/** Of a payout of which something is open: its readings by the whole history, best first. */
	readonly alternatives: NonNullable<JudgedRow['history']>['alternatives'];
}

/** What the findings leave to the tables of the last report folder, which are read line by line. */
export interface LastTables {
	/** Transfers under a figure. */
	figureRows(figure: string): Promise<readonly string[]>;
	/** Transfers under a link of the chart. */
	linkRows(link: string): Promise<readonly string[]>;
	/** Transfers under a proposed role or superior. */
	proposalRows(proposal: string): Promise<readonly string[]>;
	judged(transfer: string): Promise<JudgedRow | undefined>;
	/** Statements behind a commission; undefined where the transfer is none. */
	backing(transfer: string): Promise<readonly LeadStatement[] | undefined>;
}

/**
 * The evidence rows under a figure, link, cash-out, transfer or row.
 *
 * @throws Problem transfer.unknown where the id names nothing
 */
export async function answerWhy(view: CaseView, text: string, tables: LastTables): Promise<WhyAnswer> {
	const id = ownId(view, text);
	const transfer = view.transfer(id) ?? (await view.store.transferById(id));
	if (transfer) {
		const judged = await tables.judged(transfer.id);
		return await told(view, {
			kind: id.startsWith('r') ? 'record' : 'transfer',
			id,
			transfers: [transfer],
			facts: { ...transferFacts(view, transfer), ...kindFacts(judged) },
			leads: await tables.backing(transfer.id),
			alternatives: judged?.history?.alternatives ?? [],
		});
	}
	const cashOut = view.findings.cashOuts.find((c) => c.id === id);
	if (cashOut) {
		const { rate, band, status, why, score, chance, overturned, orders } = cashOut;
		const transfers = [...cashOut.coins, ...cashOut.yuan].flatMap((leg) => view.transfer(leg) ?? []);
		return await told(view, {
			kind: 'cash-out',
			id,
			transfers,
			facts: {
				rate,
				...(band ? { band: `${band.min}-${band.max} ${band.basis} ${band.source}` } : {}),
				...(orders ? { orders: orders.join(' ') } : {}),
				status,
				why,
				score,
				chance,
				overturned: overturned.map(({ code, facts }) => say(view.findings.case.language, code, facts)).join('; '),
			},
			rivals: cashOut.rivals.map(({ id: rival, score: other }) => `${rival} ${other}`),
		});
	}
	const value = figureValue(view, id);
	if (value !== undefined) {
		const rows = await tables.figureRows(id);
		const transfers = rows.flatMap((row) => view.transfer(row) ?? []);
		return await told(view, {
			kind: 'figure',
			id,
			transfers,
			facts: { value: displayFen(value), transfers: rows.length },
		});
	}
	const link = view.findings.flow.links.find((l) => l.id === id);
	if (link)
		return await told(view, {
			kind: 'link',
			id,
			transfers: (await tables.linkRows(id)).flatMap((row) => view.transfer(row) ?? []),
			facts: { grade: link.grade, transfers: link.count, from: link.from, to: link.to },
		});
	const proposal = proposalFacts(view, id);
	if (proposal)
		return await told(view, {
			kind: 'proposal',
			id,
			transfers: (await tables.proposalRows(id)).flatMap((row) => view.transfer(row) ?? []),
			facts: proposal,
		});
	throw new Problem('usage', 'transfer.unknown', { text: id });
}

/** A proposed role or superior in short; its reasons stand in schedule 15 and under `person`. */
function proposalFacts({ findings: { hierarchy } }: CaseView, id: string): WhyAnswer['facts'] | undefined {
	const label = (unit: string) => hierarchy.units.find((one) => one.id === unit)?.label ?? unit;
	const role = hierarchy.roles.find((one) => one.id === id);
	const superior = hierarchy.superiors.find((one) => one.id === id);
	const one = role ?? superior;
	if (!one) return undefined;
	const { unit, status, confidence, transfers } = one;
	const about = role ? { role: role.role } : { superior: label(superior?.superior ?? '') };
	return { who: label(unit), ...about, status, confidence, transfers };
}

/** Of a person's figure, or of the case total: `case/inflow`, `case/operating`, `case/unresolved`. */
function figureValue({ findings }: CaseView, id: string): string | undefined {
	const { inflow, operating, unresolved } = findings.reconciliation;
	const total = new Map(Object.entries({ inflow, operating, unresolved }).map(([name, fen]) => [`case/${name}`, fen]));
	return total.get(id) ?? findings.people.flatMap((p) => Object.values(p.figures)).find((f) => f.id === id)?.value;
}

interface Told {
	readonly kind: WhyAnswer['kind'];
	readonly id: string;
	readonly transfers: readonly Transfer[];
	readonly facts: WhyAnswer['facts'];
	readonly rivals?: readonly string[];
	readonly leads?: WhyAnswer['leads'] | undefined;
	readonly alternatives?: WhyAnswer['alternatives'];
}

async function told(
	view: CaseView,
	{ kind, id, transfers, facts, rivals = [], leads, alternatives = [] }: Told,
): Promise<WhyAnswer> {
	const { records, receipts } = await liveOnes(view, await view.store.recordsById(transfers.flatMap((t) => t.records)));
	const hashes = new Set([
		...records.flatMap((r) => (r.evidence.kind === 'file' ? [r.evidence.file] : [])),
		...(leads ?? []).map(fileOf),
	]);
	const files = view.findings.evidence.files.filter((f) => hashes.has(f.hash));
	const paths = Object.fromEntries(files.map((f) => [f.hash, f.paths[0] ?? f.hash]));
	return { kind, id, facts, records, paths, receipts, rivals, ...(leads && { leads }), alternatives };
}

/** Without what stretches hold that were dropped since, and with the receipts of the others. */
async function liveOnes({ store }: CaseView, records: readonly LedgerRecord[]) {
	const named = new Set(records.flatMap(({ evidence }) => (evidence.kind === 'chain' ? [evidence.receipt] : [])));
	if (named.size === 0) return { records, receipts: [] };
	const receipts = (await stretchesIn(store)).live.filter(({ id }) => named.has(id));
	const live = new Set(receipts.map(({ id }) => id));
	const counts = ({ evidence }: LedgerRecord) => evidence.kind === 'file' || live.has(evidence.receipt);
	return { records: records.filter(counts), receipts };
}

function transferFacts(view: CaseView, t: Transfer): WhyAnswer['facts'] {
	const asset = view.assets.get(t.asset);
	return {
		time: formatTime(t.instant, view.settings.offsetMinutes),
		from: `${nameAt(view, t.from, t.instant)} ${t.from}`.trim(),
		to: `${nameAt(view, t.to, t.instant)} ${t.to}`.trim(),
		amount: asset ? `${displayAmount(t.amount, asset)} ${asset.symbol}` : t.amount.toString(),
		grade: t.grade,
		rule: t.rule,
		certain: String(t.certain),
		...(t.refunded > 0n && asset ? { refunded: displayAmount(t.refunded, asset) } : {}),
		...(t.exclusion ? { exclusion: t.exclusion } : {}),
	};
}

/** The kind with its reason and what the reason quotes: by whom it was decided, which note, which cash-out. */
function kindFacts(judged: JudgedRow | undefined): WhyAnswer['facts'] {
	if (!judged) return {};
	const { kind, certainty, reason, readings } = judged;
	const { by, why, memo, cashOut } = reason.facts;
	const quoted = Object.entries({ by, why, memo, cashOut }).filter(([, value]) => value !== undefined);
	return { kind, certainty, reason: reason.code, readings: readings.length, ...Object.fromEntries(quoted) };
}

function displayFen(fen: string): string {
	return displayAmount(BigInt(fen), { id: 'CNY', symbol: 'CNY', decimals: 2 });
}
