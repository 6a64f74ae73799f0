import type { stores as en } from './en-stores.ts';
import type { Sentence } from './words.ts';

/** What is said of stores as files: versions, backups. */
export const stores: Readonly<Record<keyof typeof en, Sentence>> = {
	'store.unwritten': (f) => `数据库“${f.path}”刚建好，里面还没有数据。请先运行：liuxiang run`,
};
