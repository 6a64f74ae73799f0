import { changes } from './en-changes.ts';
import { commands } from './en-commands.ts';
import { doctor } from './en-doctor.ts';
import { files } from './en-files.ts';
import { notices } from './en-notices.ts';
import { operations } from './en-operations.ts';
import { problems } from './en-problems.ts';
import { results } from './en-results.ts';
import { stores } from './en-stores.ts';
import { terms } from './en-terms.ts';
import { verify } from './en-verify.ts';
import { watch } from './en-watch.ts';

/** The English catalogue. Its codes are the codes: `zh.ts` must have the same ones. */
export const en = {
	...problems,
	...commands,
	...results,
	...terms,
	...verify,
	...operations,
	...doctor,
	...stores,
	...files,
	...watch,
	...notices,
	...changes,
};
