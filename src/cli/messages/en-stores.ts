import type { Sentence } from './words.ts';

/** What is said of stores as files: versions, backups. */
export const stores = {
	'store.unwritten': (f) => `The store "${f.path}" was begun and holds nothing yet. Run the case first: liuxiang run`,
} satisfies Readonly<Record<string, Sentence>>;
