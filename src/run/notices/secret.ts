import { Problem } from '../../ledger/problem.ts';
import type { CaseFolder } from '../case-folder.ts';
import { secretText } from '../secret-text.ts';
import type { Environment } from '../store-place.ts';

const CODES = { inEvidence: 'notice.secret-in-evidence', unreadable: 'notice.secret-file' };

/** A secret where the name of its file belongs would be printed by the message about the missing file. */
const SECRET_LIKE = /^whsec_|^(?=.*\d)[\w+/=-]{20,}$/;

/**
 * The secret of a receiver, from the file or the variable that `case.yaml` names, without blanks around it.
 *
 * @throws Problem `notice.secret-file` {file}: it cannot be read, or is empty; `notice.secret-in-evidence` {file};
 * `notice.secret-env` {variable}: it is not set
 */
export async function noticeSecret(
	folder: Pick<CaseFolder, 'root' | 'evidence'>,
	{
		secret_file: file,
		secret_env: variable = '',
	}: { secret_file?: string | undefined; secret_env?: string | undefined },
	env: Environment,
): Promise<string> {
	if (file !== undefined) {
		if (SECRET_LIKE.test(file)) throw new Problem('config', CODES.unreadable, { file: '***' });
		const text = (await secretText(folder, file, CODES)).trim();
		if (text === '') throw new Problem('config', CODES.unreadable, { file });
		return text;
	}
	const text = (env[variable] ?? '').trim();
	if (text === '') throw new Problem('config', 'notice.secret-env', { variable });
	return text;
}

/** A key that is shorter can be found by trying. */
const SHORTEST_KEY = 24;
const PREFIX = 'whsec_';

/**
 * The key that signs: the bytes behind `whsec_` in Base64, as the Standard Webhooks scheme writes them, or those of the text.
 *
 * @throws Problem `notice.secret-form` {shortest}
 */
export function signingKey(secret: string): Buffer {
	const coded = secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : undefined;
	const key = coded === undefined ? Buffer.from(secret, 'utf8') : Buffer.from(coded, 'base64');
	const whole = coded === undefined || key.toString('base64').replace(/=+$/, '') === coded.replace(/=+$/, '');
	if (!whole || key.length < SHORTEST_KEY)
		throw new Problem('config', 'notice.secret-form', { shortest: SHORTEST_KEY });
	return key;
}
