import { join } from 'node:path';
import type { BenchRow } from '../../bench/row.ts';
import { LAUNDERNET_CASES, type LaunderingCase, readLaundering } from '../laundernet/read.ts';
import { type Section, seedsFor } from '../section.ts';
import { average, meanAndWorst, percent, ratio, row, type Share, table } from '../tables.ts';
import { AMLSIM, readAmlsim } from './amlsim.ts';
import { type Judged, judge } from './judge.ts';
import { answersOf } from './methods.ts';
import { mix } from './mix.ts';

/** Decoy flows as multiples of a case's own, and seeds of each: a hundredfold takes a hundred times as long. */
const LEVELS = [
	{ decoys: 10, seeds: 20 },
	{ decoys: 100, seeds: 5 },
];

interface Group {
	readonly name: string;
	readonly decoys: number;
	readonly method: string;
	/** By seed. */
	readonly judged: readonly Judged[];
}

/** The published cases among background that touches their accounts. */
export const laundernetDecoys: Section = {
	name: 'laundernet-decoys',
	needs: [...LAUNDERNET_CASES.map((name) => join('laundernet', name)), AMLSIM],
	async run({ benchmarks = '', purpose }) {
		const cases: LaunderingCase[] = [];
		for (const name of LAUNDERNET_CASES) cases.push(await readLaundering(join(benchmarks, 'laundernet', name), name));
		const payments = await readAmlsim(benchmarks);
		const groups = LEVELS.flatMap(({ decoys, seeds }) =>
			cases.flatMap((given) => {
				const others = cases.filter((other) => other !== given);
				const runs = seedsFor(purpose, seeds).map((seed) => {
					const mixed = mix(given, others, payments, decoys, seed);
					return answersOf(mixed).map((answer) => judge(mixed, answer));
				});
				return (runs[0] ?? []).map(({ method }, k): Group => {
					return { name: given.name, decoys, method, judged: runs.flatMap((run) => run[k] ?? []) };
				});
			}),
		);
		return {
			markdown: LEVELS.map(({ decoys }) => markdownOf(decoys, groups)).join('\n\n'),
			rows: groups.flatMap(rowsOf),
		};
	},
};

function markdownOf(decoys: number, all: readonly Group[]): string {
	const groups = all.filter((group) => group.decoys === decoys);
	const detail = table(
		[
			`case, ${decoys}x`,
			'method',
			'edges',
			'value',
			'terminals',
			'accounts returned',
			'a true one',
			'precision',
			'recall at 2x as many accounts',
			'recall of all returned',
			'precision at the last true account',
		],
		groups.map(({ name, method, judged }) => [
			name,
			method,
			mean(judged.flatMap(({ edges }) => (edges ? [ratio(edges)] : []))),
			mean(judged.flatMap(({ value }) => (value ? [Number((value.found * 1_000_000n) / value.of) / 1e6] : []))),
			mean(judged.map(({ terminals }) => ratio(terminals))),
			average(judged.map(({ precision }) => precision.of)).toFixed(0),
			average(judged.map(({ precision }) => precision.of / Math.max(1, precision.found))).toFixed(1),
			mean(judged.map(({ precision }) => ratio(precision))),
			meanAndWorst(judged.map(({ twice }) => twice)),
			mean(judged.map(({ recall }) => ratio(recall))),
			mean(judged.map(({ full }) => ratio(full))),
		]),
	);
	const methods = [...new Set(groups.map(({ method }) => method))];
	const overall = table(
		[`method, ${decoys}x`, 'recall at 2x as many accounts, mean of cases', 'precision at the last true account'],
		methods.map((method) => {
			const own = groups.filter((group) => group.method === method);
			const means = (share: (one: Judged) => Share) =>
				mean(own.map(({ judged }) => average(judged.map((one) => ratio(share(one))))));
			return [method, means(({ twice }) => twice), means(({ full }) => full)];
		}),
	);
	return `${detail}\n\n${overall}`;
}

function rowsOf({ name, decoys, method, judged }: Group): BenchRow[] {
	const title = `laundernet ${name} ${decoys}x ${method}`;
	const size = judged[0]?.recall.of ?? 0;
	const shares = judged.map(({ twice }) => ratio(twice));
	return [
		row(`${title} recall at 2x`, size, 'share', average(shares), 0.92),
		row(`${title} recall at 2x, worst seed`, size, 'share', Math.min(...shares), null),
		row(
			`${title} precision at the last true account`,
			size,
			'share',
			average(judged.map(({ full }) => ratio(full))),
			null,
		),
		row(`${title} accounts returned`, size, 'accounts', average(judged.map(({ precision }) => precision.of)), null),
	];
}

function mean(values: readonly number[]): string {
	return values.length === 0 ? '-' : `${percent(average(values), 1)} %`;
}
