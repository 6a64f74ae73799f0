import type { Findings } from '../../findings/schema.ts';
import { formatAmount } from '../../ledger/money.ts';
import { formatDay, formatTime } from '../../ledger/time.ts';
import { text, whole } from '../cell.ts';
import { sayIncomplete, word } from '../words.ts';
import type { ConservationParts } from '../words-zh.ts';
import { type Desk, type Ledger, ledgerReport } from './ledger.ts';

type Row = readonly [item: string, value: string];

/** 附表7: how the figures were made: every setting, the sums of rows, seeds, conservation, what is incomplete. */
const ledger: Ledger<Row> = {
	id: 'parameters',
	file: 'parameters',
	*rows({ findings }, desk) {
		yield* caseRows(findings, desk);
		yield* mergingRows(findings, desk);
		yield* tracingRows(findings, desk);
		yield* balanceRows(findings, desk);
		const { parameters } = desk.words;
		for (const each of findings.incomplete) yield [parameters.incomplete, sayIncomplete(findings.case.language, each)];
		yield* vanishedRows(findings, desk);
		for (const [key, value] of Object.entries(findings.parameters)) yield [`${parameters.setting} ${key}`, value];
	},
	columns: [
		['number', (_, __, index) => whole(index + 1)],
		['setting', ([item]) => text(item)],
		['value', ([, value]) => text(value)],
	],
};

function* caseRows(findings: Findings, { words, offsetMinutes }: Desk): Iterable<Row> {
	const { parameters } = words;
	const day = (instant: number | undefined) => (instant === undefined ? '' : formatDay(instant, offsetMinutes));
	const { from, until } = findings.case;
	const bounded = from !== undefined || until !== undefined;
	yield [parameters.program, findings.program];
	yield [parameters.caseName, findings.case.name];
	yield [parameters.period, bounded ? `${day(from)}${words.until}${day(until)}` : words.wholeEvidence];
	const { cutOff } = findings.evidence;
	yield [parameters.cutOff, cutOff === undefined ? '' : formatTime(cutOff, offsetMinutes)];
	yield [parameters.zone, zoneText(offsetMinutes)];
	yield [parameters.unit, parameters.unitValue];
	yield [parameters.textRule, parameters.textRuleValue];
}

function* mergingRows({ evidence, merging }: Findings, { words }: Desk): Iterable<Row> {
	const { parameters } = words;
	const { total, read, skipped, rejected } = evidence.rows;
	yield [parameters.files, String(evidence.files.length)];
	yield [parameters.rows, [total, read, skipped, rejected].join(' / ')];
	yield [parameters.records, String(merging.records)];
	yield [parameters.transfers, String(merging.transfers)];
	yield [parameters.uncertain, String(merging.uncertain)];
	yield [parameters.tied, String(merging.tied)];
	for (const [rule, count] of Object.entries(merging.byRule)) {
		yield [`${parameters.mergedBy} ${word(words.rules, rule)}`, String(count)];
	}
}

function* tracingRows(findings: Findings, desk: Desk): Iterable<Row> {
	const { words } = desk;
	const { parameters } = words;
	const print = (amount: string, asset: string) => formatAmount(BigInt(amount), desk.decimals(asset));
	for (const seed of findings.seeds) {
		const sum = `${print(seed.amount, seed.asset)} ${desk.symbol(seed.asset)}/${words.times(String(seed.count))}`;
		yield [`${parameters.seed} ${seed.label}`, [sum, seed.origin, seed.source].join(words.stop)];
	}
	for (const row of findings.conservation) {
		const { policy, asset, origin, ...amounts } = row;
		const printed = Object.entries(amounts).map(([key, value]) => [key, print(value, asset)] as const);
		const about = [parameters.conservation, word(words.policies, policy), desk.symbol(asset), origin];
		yield [about.join(' '), parameters.conservationOf(Object.fromEntries(printed) as ConservationParts)];
	}
}

function* balanceRows({ chance, reconciliation, flow }: Findings, { words }: Desk): Iterable<Row> {
	const { parameters } = words;
	const fen = (amount: string) => formatAmount(BigInt(amount), 2);
	yield [parameters.inflow, fen(reconciliation.inflow)];
	yield [parameters.kept, fen(reconciliation.kept)];
	yield [parameters.operating, fen(reconciliation.operating)];
	yield [parameters.unresolved, fen(reconciliation.unresolved)];
	yield [parameters.balances, reconciliation.balances ? words.yes : words.no];
	yield [parameters.chance, `${chance.unrelated} / ${chance.fitting}`];
	if (flow.folded.nodes + flow.folded.links > 0) {
		yield [parameters.folded, `${flow.folded.nodes} / ${flow.folded.links} (${flow.folded.limit})`];
	}
}

/** Transfers of blocks that a chain took back, one by one. */
function* vanishedRows({ chains }: Findings, desk: Desk): Iterable<Row> {
	for (const { transaction, position, from, to, asset, amount, instant, receipt } of chains.vanished) {
		const moved = `${formatAmount(BigInt(amount), desk.decimals(asset))} ${desk.symbol(asset)}`;
		const place = `${transaction} ${position}`;
		const when = formatTime(instant, desk.offsetMinutes);
		yield [desk.words.parameters.vanished, [place, when, from, to, moved, receipt].join(desk.words.stop)];
	}
}

function zoneText(offsetMinutes: number): string {
	const minutes = Math.abs(offsetMinutes);
	const part = (value: number) => String(value).padStart(2, '0');
	return `UTC${offsetMinutes < 0 ? '-' : '+'}${part(Math.floor(minutes / 60))}:${part(minutes % 60)}`;
}

export const parameterList = ledgerReport(ledger);
