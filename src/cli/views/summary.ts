import type { Findings } from '../../findings/schema.ts';
import type { RunResult } from '../../run/run-case.ts';
import type { Words } from '../messages/words.ts';
import { fields } from '../table.ts';
import { yuan } from './amounts.ts';
import { movedLines, sensitivityLine } from './sensitivity.ts';

/** What `run` prints: the sums by which a person sees that nothing was lost, and where to look. */
export interface Summary {
	readonly case: string;
	readonly complete: boolean;
	readonly folder: string;
	readonly files: readonly string[];
	readonly evidence: {
		readonly files: number;
		readonly unread: number;
		readonly rows: number;
		readonly read: number;
		readonly skipped: number;
		readonly rejected: number;
		readonly hashAlarms: number;
	};
	readonly merging: { readonly records: number; readonly transfers: number; readonly excluded: number };
	/** Histories of accounts on chains, by how completely they were answered. */
	readonly chains: Readonly<Record<'complete' | 'empty' | 'incomplete' | 'vanished', number>>;
	readonly people: number;
	/** Documented commissions; yuan in fen. */
	readonly commissions: { readonly count: number; readonly fen: string };
	readonly cashOuts: { readonly accepted: number; readonly proposed: number };
	readonly reconciliation: Findings['reconciliation'];
	readonly sensitivity: Findings['sensitivity'];
	/** Names of the people of whom a figure moved. */
	readonly names: Readonly<Record<string, string>>;
	readonly todo: number;
	readonly timings: Readonly<Record<string, number>>;
}

export function summaryOf({ findings, folder, files, complete, timings }: RunResult): Summary {
	const { evidence, merging } = findings;
	const commissions = findings.payouts.filter((p) => p.certainty === 'documented' && BigInt(p.commission) > 0n);
	const inState = (wanted: string) => findings.chains.histories.filter(({ state }) => state === wanted).length;
	const withStatus = (...statuses: string[]) => findings.cashOuts.filter((c) => statuses.includes(c.status)).length;
	return {
		case: findings.case.name,
		complete,
		folder,
		files,
		evidence: {
			files: evidence.files.length,
			unread: evidence.files.filter((file) => file.status !== 'read' && file.status !== 'partly-read').length,
			...evidence.rows,
			rows: evidence.rows.total,
			hashAlarms: evidence.files.filter((file) => file.hashCheck === 'different').length,
		},
		merging: {
			records: merging.records,
			transfers: merging.transfers,
			excluded: merging.exclusions.reduce((sum, exclusion) => sum + exclusion.transfers, 0),
		},
		chains: {
			complete: inState('complete'),
			empty: inState('empty'),
			incomplete: inState('incomplete'),
			vanished: findings.chains.vanished.length,
		},
		people: findings.people.length,
		commissions: {
			count: commissions.length,
			fen: commissions.reduce((sum, payout) => sum + BigInt(payout.commission), 0n).toString(),
		},
		cashOuts: { accepted: withStatus('accepted', 'confirmed'), proposed: withStatus('proposed') },
		reconciliation: findings.reconciliation,
		sensitivity: findings.sensitivity,
		names: namesOf(findings),
		todo: findings.todo.length,
		timings,
	};
}

function namesOf({ people, sensitivity }: Findings): Record<string, string> {
	const moved = new Set(sensitivity.moved.map(({ person }) => person));
	return Object.fromEntries(people.filter(({ id }) => moved.has(id)).map(({ id, name }) => [id, name]));
}

/** Charts and ledgers. The tables beside them are for programs, and for `why`. */
function isForPeople(file: string): boolean {
	return !file.endsWith('.jsonl');
}

/** Only where the case has chains. */
function chainLine(chains: Summary['chains'], { say }: Words): [string, string][] {
	const asked = chains.complete + chains.empty + chains.incomplete;
	return asked === 0 ? [] : [[say('summary.chains'), say('summary.chains-value', chains)]];
}

export function printSummary(summary: Summary, words: Words): string {
	const { say } = words;
	const { evidence, merging, commissions, cashOuts, reconciliation } = summary;
	const seconds = Object.values(summary.timings).reduce((sum, ms) => sum + ms, 0) / 1000;
	const lines: (readonly [string, string])[] = [
		[say('summary.case'), summary.case],
		[say('summary.evidence'), say('summary.evidence-value', evidence)],
		[say('summary.rows'), say('summary.rows-value', evidence)],
		[say('summary.merging'), say('summary.merging-value', merging)],
		...chainLine(summary.chains, words),
		[say('summary.people'), String(summary.people)],
		[
			say('summary.commissions'),
			say('summary.commissions-value', { count: commissions.count, yuan: yuan(commissions.fen) }),
		],
		[say('summary.cash-outs'), say('summary.cash-outs-value', cashOuts)],
		[
			say('summary.reconciliation'),
			say(reconciliation.balances ? 'summary.balances' : 'summary.unbalanced', {
				inflow: yuan(reconciliation.inflow),
				kept: yuan(reconciliation.kept),
				operating: yuan(reconciliation.operating),
				unresolved: yuan(reconciliation.unresolved),
			}),
		],
		[say('summary.sensitivity'), sensitivityLine(summary.sensitivity, words)],
		...movedLines(summary.sensitivity.moved, summary.names, words).map((line) => ['', line] as const),
		[say('summary.todo'), say('summary.todo-value', { count: summary.todo })],
		[say('summary.time'), say('summary.time-value', { seconds: seconds.toFixed(1) })],
		[say('summary.folder'), summary.folder === '' ? say('summary.nothing-written') : summary.folder],
		...summary.files.filter(isForPeople).map((file) => ['', file] as const),
	];
	return [fields(lines), ...(summary.complete ? [] : ['', say('summary.gaps')])].join('\n');
}
