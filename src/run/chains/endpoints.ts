import { Problem } from '../../ledger/problem.ts';
import type { Endpoint } from '../../sources/chains/transport/contract.ts';
import type { CaseFolder } from '../case-folder.ts';
import { secretText } from '../secret-text.ts';
import type { Environment } from '../store-place.ts';
import type { EndpointSettings } from './settings.ts';

const CODES = { inEvidence: 'chain.key-in-evidence', unreadable: 'chain.key-file' };

/** A key where the name of its file belongs would be printed by the message about the missing file. */
const KEY_LIKE = /^(?=.*\d)[\w-]{20,}$/;

/**
 * An endpoint with its key, which from here on stands nowhere but in a request.
 *
 * @throws Problem `chain.key-file` {file}: it cannot be read, or is empty; `chain.key-in-evidence` {file};
 * `chain.key-env` {variable}: it is not set
 */
export async function endpointOf(
	folder: Pick<CaseFolder, 'root' | 'evidence'>,
	{ url, keyFile, keyVariable, perSecond, timeoutMs }: EndpointSettings,
	env: Environment,
): Promise<Endpoint> {
	const plain = { url, perSecond, timeoutMs };
	if (keyFile !== undefined) {
		if (KEY_LIKE.test(keyFile)) throw new Problem('config', 'chain.key-file', { file: '***' });
		const key = (await secretText(folder, keyFile, CODES)).trim();
		if (key === '') throw new Problem('config', 'chain.key-file', { file: keyFile });
		return { ...plain, key };
	}
	if (keyVariable === undefined) return plain;
	const key = (env[keyVariable] ?? '').trim();
	if (key === '') throw new Problem('config', 'chain.key-env', { variable: keyVariable });
	return { ...plain, key };
}
