import { Problem } from '../ledger/problem.ts';
import type { Claim, Hints, Sample, Source } from './contract.ts';

/** From this confidence on a source claims a file. */
const CLAIMS_FROM = 50;

export interface Identified {
	readonly source: Source;
	readonly claim: Claim;
}

/**
 * Asks every source whether it knows the file. None may: the file is then listed as unknown, never dropped. A mapping of
 * the case's own goes before the built-in formats: a person wrote it for just such files.
 *
 * @param path for the message
 * @throws Problem `evidence.ambiguous` where two mappings, or two formats, claim the file: never the better of the two,
 * silently
 */
export function identify(
	path: string,
	sample: Sample,
	hints: Hints,
	sources: readonly Source[],
): Identified | undefined {
	const claims: Identified[] = [];
	for (const source of sources) {
		const claim = source.identify(sample, hints);
		if (claim && claim.confidence >= CLAIMS_FROM) claims.push({ source, claim });
	}
	const chosen = claims.filter(({ source }) => source.isChosen);
	const [first, second] = chosen.length > 0 ? chosen : claims;
	if (first && second) {
		throw new Problem('evidence', 'evidence.ambiguous', {
			file: path,
			first: first.source.id,
			second: second.source.id,
		});
	}
	return first;
}

/** Of a file that nobody claims: what the source that came nearest lacks, where one says so. */
export function hintFor(sample: Sample, hints: Hints, sources: readonly Source[]): string | undefined {
	let nearest: Claim | undefined;
	for (const source of sources) {
		const claim = source.identify(sample, hints);
		if (claim?.hint !== undefined && claim.confidence > (nearest?.confidence ?? 0)) nearest = claim;
	}
	return nearest?.hint;
}
