import type { en } from './en.ts';
import type { Sentence } from './words.ts';
import { changes } from './zh-changes.ts';
import { commands } from './zh-commands.ts';
import { doctor } from './zh-doctor.ts';
import { files } from './zh-files.ts';
import { notices } from './zh-notices.ts';
import { operations } from './zh-operations.ts';
import { problems } from './zh-problems.ts';
import { results } from './zh-results.ts';
import { stores } from './zh-stores.ts';
import { terms } from './zh-terms.ts';
import { verify } from './zh-verify.ts';
import { watch } from './zh-watch.ts';

/** The Chinese catalogue. A code that English has and Chinese has not does not compile, nor the other way round. */
export const zh: Readonly<Record<keyof typeof en, Sentence>> = {
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
