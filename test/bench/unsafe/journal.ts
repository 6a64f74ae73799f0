export { entryId, LOG_FOLDER } from '../../../src/run/journal/journal.ts';

/** A journal in which nothing is written. */
export async function writeEntry(): Promise<void> {}

export async function readJournal(): Promise<never[]> {
	return [];
}

export async function closeBroken(): Promise<never[]> {
	return [];
}
