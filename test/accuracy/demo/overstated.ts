import type { Truth } from '../../../datasets/demo/truth.ts';
import type { Findings } from '../../../src/findings/schema.ts';

/**
 * What a person is said to have received or passed on, beyond what they did. Missing evidence may make a documented
 * figure smaller than the truth; whatever makes it larger accuses somebody of what did not happen.
 */
export function overstated(findings: Findings, truth: Truth): string[] {
	const told = new Map(findings.people.map((person) => [`${person.name}|${person.identity}`, person.figures]));
	return truth.people.flatMap(({ name, identity, receivedFen, passedOnFen }) => {
		const figures = told.get(`${name}|${identity}`);
		return (
			[
				['received', receivedFen],
				['passed-on', passedOnFen],
			] as const
		).flatMap(([figure, fen]) => {
			const value = figures?.[figure]?.value ?? '0';
			return BigInt(value) > BigInt(fen) ? [`${name}: ${figure} ${value} instead of ${fen}`] : [];
		});
	});
}
