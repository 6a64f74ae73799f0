import { Problem } from '../ledger/problem.ts';
import type { EvidenceFile } from './contract.ts';
import { headOf } from './evidence-file.ts';
import { shapeOf } from './text.ts';

/**
 * The text of a file that cannot be read in pieces. Bytes that are no text show as U+FFFD.
 *
 * @throws Problem `evidence.too-large` where it has more than `max` bytes
 */
export async function wholeText(file: EvidenceFile, max: number): Promise<string> {
	if (file.size > max) {
		throw new Problem('evidence', 'evidence.too-large', { file: file.path, bytes: file.size, max });
	}
	const { encoding, mark } = await shapeOf(file);
	return new TextDecoder(encoding).decode((await headOf(file, file.size)).subarray(mark));
}
