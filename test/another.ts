/**
 * Another process on this tree's modules: as TypeScript, transformed on the way, where this one runs so (`npx ava x.test.ts`);
 * as they were compiled where this one is compiled too (`npm test`).
 */
const HERE = import.meta.url;
const ENDING = HERE.slice(HERE.lastIndexOf('.'));

/** What node must be told before it can import a module of the tree. */
export const NODE_ARGS: readonly string[] = ENDING === '.ts' ? ['--import=tsx/esm'] : [];

/** A module of the tree, by its path without an ending, such as `src/cli/main`. */
export function moduleUrl(path: string): URL {
	return new URL(`../${path}${ENDING}`, HERE);
}
