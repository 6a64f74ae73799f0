import type { Bounds, PersonBounds } from '../proceeds/bounds-types.ts';
import type { FindingsPerson } from './schema.ts';

/** The bounds of a person as the findings say them. */
export function boundsOfPerson({ received, passedOn, kept }: PersonBounds): FindingsPerson['bounds'] {
	return { received: figure(received), passedOn: figure(passedOn), kept: figure(kept) };
}

function figure({ least, most, cap, missing }: Bounds): FindingsPerson['bounds']['received'] {
	return {
		...(least === undefined ? {} : { least: least.toString() }),
		...(most === undefined ? {} : { most: most.toString() }),
		cap: { code: cap.code, facts: { ...cap.facts } },
		missing: missing.map(({ code, facts }) => ({ code, facts: { ...facts } })),
	};
}
