import { figureMoves, partsThatDiffer } from '../../findings/changes/people.ts';
import type { Findings, FindingsPerson } from '../../findings/schema.ts';
import type { Difference } from './verification.ts';

/** Differences told one by one; how many more there are is told too. */
const TOLD_MAX = 30;

/**
 * What differs between two findings, in what people ask about: files, rows, transfers, people and their figures, the
 * balance of the case; whatever else differs, by the name of its part.
 *
 * @param then as recorded
 * @param now as computed again
 */
export function findingsDifferences(then: Findings, now: Findings): Difference[] {
	const told = [...fileDifferences(then, now), ...counts(then, now), ...people(then, now)];
	const parts = Object.keys({ ...then, ...now }).sort() as (keyof Findings)[];
	const others = parts.filter((part) => !TOLD.has(part) && !equal(then[part], now[part]));
	const differences = told.slice(0, TOLD_MAX);
	if (told.length > TOLD_MAX) differences.push({ code: 'verify.more', facts: { count: told.length - TOLD_MAX } });
	if (others.length > 0) differences.push({ code: 'verify.parts', facts: { parts: others.join(', ') } });
	return differences;
}

const TOLD: ReadonlySet<string> = new Set(['evidence', 'merging', 'people', 'reconciliation']);

function fileDifferences(then: Findings, now: Findings): Difference[] {
	const hashes = ({ evidence }: Findings) =>
		new Map(evidence.files.flatMap((file) => file.paths.map((path) => [path, file.hash])));
	const [before, after] = [hashes(then), hashes(now)];
	return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((file) => {
		const [was, is] = [before.get(file), after.get(file)];
		if (was === is) return [];
		if (is === undefined) return [{ code: 'verify.file-gone', facts: { file } }];
		if (was === undefined) return [{ code: 'verify.file-new', facts: { file } }];
		return [{ code: 'verify.file-other', facts: { file } }];
	});
}

function counts(then: Findings, now: Findings): Difference[] {
	const numbers = ({ evidence, merging, reconciliation }: Findings): Record<string, number | string> => ({
		rows: evidence.rows.read,
		rejected: evidence.rows.rejected,
		records: merging.records,
		transfers: merging.transfers,
		inflow: reconciliation.inflow,
		kept: reconciliation.kept,
		operating: reconciliation.operating,
		unresolved: reconciliation.unresolved,
	});
	const [before, after] = [numbers(then), numbers(now)];
	return Object.keys(before).flatMap((what) => {
		const [was, is] = [before[what], after[what]];
		if (was === is || was === undefined || is === undefined) return [];
		return [{ code: typeof was === 'number' ? 'verify.count' : 'verify.sum', facts: { what, was, is } }];
	});
}

function people(then: Findings, now: Findings): Difference[] {
	const after = new Map(now.people.map((person) => [person.id, person]));
	const known = new Set(then.people.map(({ id }) => id));
	return [
		...then.people.flatMap((was) => {
			const is = after.get(was.id);
			return is === undefined
				? [{ code: 'verify.person-gone', facts: { person: was.name } }]
				: personDifferences(was, is);
		}),
		...now.people.flatMap(({ id, name }) =>
			known.has(id) ? [] : [{ code: 'verify.person-new', facts: { person: name } }],
		),
	];
}

function personDifferences(was: FindingsPerson, is: FindingsPerson): Difference[] {
	const moved = figureMoves(was, is).map(({ name, was: before = '0', is: after = '0' }) => ({
		code: 'verify.figure',
		facts: { person: was.name, figure: name, was: before, is: after },
	}));
	const parts = partsThatDiffer(was, is);
	if (moved.length > 0 || parts.length === 0) return moved;
	return [{ code: 'verify.person', facts: { person: was.name, parts: parts.join(', ') } }];
}

/** Findings come as JSON with keys in one order. */
function equal(one: unknown, other: unknown): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
