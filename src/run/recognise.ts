import { Problem } from '../ledger/problem.ts';
import type { EvidenceFile, Hints, Sample, Source } from '../sources/contract.ts';
import { type Proposal, proposeMapping } from '../sources/generic-table.ts';
import { hintFor, type Identified, identify } from '../sources/identify.ts';
import { sampleOf } from '../sources/sample.ts';

/** What a file is: the source that reads it, or nothing, then with the reason where a source came near. */
export interface Recognised {
	readonly sample: Sample;
	readonly known?: Identified;
	readonly problem?: Problem;
	/** How a table that no source knows could be read. Nothing is read by it until a person has confirmed it. */
	readonly proposal?: Proposal;
}

/** @throws Problem where the file is damaged, or two sources claim it */
export async function recognise(file: EvidenceFile, hints: Hints, sources: readonly Source[]): Promise<Recognised> {
	const sample = await sampleOf(file);
	const known = identify(file.path, sample, hints, sources);
	if (known) return { sample, known };
	const hint = hintFor(sample, hints, sources);
	if (hint !== undefined) return { sample, problem: new Problem('evidence', hint, { file: file.path }) };
	const proposal = proposeMapping(sample, hints);
	if (!proposal) return { sample };
	return { sample, proposal, problem: new Problem('evidence', 'hint.confirm-mapping', { file: file.path }) };
}
