import { seeded } from '../../../datasets/demo/random.ts';

/**
 * A case without some of its files of evidence, as if they had never been obtained. What the investigators wrote
 * themselves stays: who the people are, whose accounts, which rules.
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
	return new Map([...files].filter(([path]) => !gone.has(path)));
}
