import { seeded } from '../../../datasets/demo/random.ts';

/**
 * A case without some of its files of evidence, as if they had never been obtained. What the investigators wrote
 * themselves stays: who the people are, whose accounts, which rules. One thing they could not write then: that
 * everybody's accounts are known, because accounts are known by the files that are gone.
 *
 * @param percent of the files of evidence, rounded down
 */
export function loseEvidence(
	files: ReadonlyMap<string, Uint8Array>,
	percent: number,
	seed: number,
): Map<string, Uint8Array> {
	const evidence = [...files.keys()].filter((path) => path.startsWith('evidence/'));
	const order = seeded(`${seed}/lost`).shuffle(evidence.sort());
	const gone = new Set(order.slice(0, Math.floor((evidence.length * percent) / 100)));
	const left = new Map([...files].filter(([path]) => !gone.has(path)));
	const told = Buffer.from(left.get('case.yaml') ?? []).toString('utf8');
	if (gone.size > 0) left.set('case.yaml', Buffer.from(told.replace(STATED, '')));
	return left;
}

const STATED = /^ *accounts_known:.*\n/m;
