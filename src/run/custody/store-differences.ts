import type { Findings } from '../../findings/schema.ts';
import type { Decision } from '../../ledger/decision.ts';
import { type PlainStock, plainStock, takeStock } from '../../stores/fingerprint.ts';
import { openStore } from '../../stores/open.ts';
import type { CaseFolder } from '../case-folder.ts';
import { stretchesIn } from '../chains/stretches.ts';
import { loadDecisions } from '../load-settings.ts';
import { type Environment, storePlace } from '../store-place.ts';
import type { RunManifest } from './manifest.ts';
import type { Check, Difference } from './verification.ts';

/** Decisions of the last run, and those that decisions.csv holds now. */
export interface DecisionsThenAndNow {
	readonly ofRun: readonly Decision[];
	readonly present: readonly Decision[];
}

/**
 * What the store of a case holds against the fingerprint that its last run took. Decisions come with it where the store
 * is as it was: then they are those of the run.
 *
 * @param files those of the findings
 */
export async function storeDifferences(
	folder: CaseFolder,
	{ store: recorded }: RunManifest,
	files: Findings['evidence']['files'],
	env: Environment,
): Promise<{ readonly store: Difference[]; readonly decisions?: DecisionsThenAndNow }> {
	const now = await loadDecisions(folder).catch(() => undefined);
	const store = await openStore(await storePlace(folder, env), { readOnly: true });
	try {
		const { live } = await stretchesIn(store);
		const read = files.filter(({ status }) => status === 'read' || status === 'partly-read').map(({ hash }) => hash);
		const hashes = new Set([...read, ...live.map(({ id }) => id)]);
		const stock = plainStock(await takeStock(store, 'counted', { hashes }));
		const differences = stockDifferences(recorded, stock);
		if (now === undefined || stock.decisions !== recorded.decisions) return { store: differences };
		return { store: differences, decisions: { ofRun: await store.decisions(), present: now } };
	} finally {
		await store.close();
	}
}

/** Which part of what a store held is not what it was. */
export function stockDifferences(then: PlainStock, now: PlainStock): Difference[] {
	const parts = (['evidence', 'decisions', 'run'] as const).filter((part) => then[part] !== now[part]);
	const differences: Difference[] = parts.map((part) => ({
		code: `verify.store-${part}`,
		facts: { was: then[part], is: now[part] },
	}));
	for (const kind of Object.keys(then.counts) as (keyof PlainStock['counts'])[])
		if (then.counts[kind] !== now.counts[kind])
			differences.push({ code: 'verify.count', facts: { what: kind, was: then.counts[kind], is: now.counts[kind] } });
	for (const asset of new Set([...Object.keys(then.sums), ...Object.keys(now.sums)]))
		if (then.sums[asset] !== now.sums[asset])
			differences.push({
				code: 'verify.asset',
				facts: { asset, was: then.sums[asset] ?? '0', is: now.sums[asset] ?? '0' },
			});
	return differences;
}

/** Which lines of decisions.csv are not those of the run. */
export function decisionDifferences({ ofRun, present }: DecisionsThenAndNow): Check {
	const plain = ({ line: _line, ...decision }: Decision) => JSON.stringify(decision);
	const [before, after] = [ofRun.map(plain), present.map(plain)];
	const differences: Difference[] = [];
	for (let index = 0; index < Math.max(before.length, after.length); index++) {
		if (before[index] === after[index]) continue;
		const [was, is] = [ofRun[index], present[index]];
		const facts = (decision: Decision) => ({
			line: decision.line,
			subject: decision.subject,
			act: decision.act,
			value: decision.value,
			by: decision.by,
			why: decision.why,
			at: decision.at,
		});
		if (was) differences.push({ code: 'verify.decision-then', facts: facts(was) });
		if (is) differences.push({ code: 'verify.decision-now', facts: facts(is) });
	}
	return { id: 'decisions', folder: '', compared: Math.max(before.length, after.length), differences };
}
