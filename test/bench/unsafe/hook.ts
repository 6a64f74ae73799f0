/**
 * Takes the place of what keeps a run safe, for the bench that measures it: `--import` this before a run. The program has
 * no switch for it. What is replaced lies in this folder under the name of its file in `src/`.
 */
import { register } from 'node:module';

/** Files of `src/`, and what stands in for them. */
const REPLACED: Readonly<Record<string, string>> = {
	'src/run/lock/case-lock.ts': 'case-lock.ts',
	'src/run/journal/journal.ts': 'journal.ts',
	'src/run/custody/digest.ts': 'digest.ts',
	'src/run/custody/inputs.ts': 'inputs.ts',
	'src/sources/evidence-file.ts': 'evidence-file.ts',
	'src/stores/tally.ts': 'tally.ts',
};

const here = new URL('.', import.meta.url).href;
const root = new URL('../../../', import.meta.url).href;
const places = Object.entries(REPLACED).map(([file, mine]) => [root + file, here + mine]);
// What stands in may still import what it stands for.
const hook = `const places = new Map(${JSON.stringify(places)});
export async function resolve(specifier, context, next) {
	const found = await next(specifier, context);
	const place = context.parentURL?.startsWith(${JSON.stringify(here)}) ? undefined : places.get(found.url.replace(/[?#].*$/, ''));
	return place === undefined ? found : { ...found, url: place };
}`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);
