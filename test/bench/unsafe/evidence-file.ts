import { hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { EvidenceFile } from '../../../src/sources/contract.ts';
import { KEPT_BYTES_MAX, diskFile as safeDiskFile } from '../../../src/sources/evidence-file.ts';

export {
	headOf,
	headOfBytes,
	KEPT_BYTES_MAX,
	memoryFile,
	sha256,
	stateOf,
	wholeOf,
} from '../../../src/sources/evidence-file.ts';

/** A large file goes by a hash of its name and size: its bytes are read once, not twice. */
export async function diskFile(absolute: string, path: string): Promise<EvidenceFile> {
	const { size } = await stat(absolute);
	if (size <= KEPT_BYTES_MAX) return await safeDiskFile(absolute, path);
	const bytes = () => createReadStream(absolute, { highWaterMark: 1 << 18 }) as AsyncIterable<Uint8Array>;
	return { path, size, hash: hash('sha256', `${path} ${size}`), bytes };
}
