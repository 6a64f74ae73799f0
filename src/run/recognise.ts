import { Problem } from '../ledger/problem.ts';
import type { EvidenceFile, Hints, Sample, Source } from '../sources/contract.ts';
import { hintFor, type Identified, identify } from '../sources/identify.ts';
import { sampleOf } from '../sources/sample.ts';

/** What a file is: the source that reads it, or nothing, then with the reason where a source came near. */
export interface Recognised {
	readonly sample: Sample;
	readonly known?: Identified;
	readonly problem?: Problem;
}

/** @throws Problem where the file is damaged, or two sources claim it */
export async function recognise(file: EvidenceFile, hints: Hints, sources: readonly Source[]): Promise<Recognised> {
	const sample = await sampleOf(file);
	const known = identify(file.path, sample, hints, sources);
	if (known) return { sample, known };
	const hint = hintFor(sample, hints, sources);
	return hint === undefined ? { sample } : { sample, problem: new Problem('evidence', hint, { file: file.path }) };
}
