import { caseFoldersIn, readWatched, signatureOf, type WatchedCase } from './watched-case.ts';

/** What the roster found since it last looked. */
export interface Found {
	/** A case is new, or its file changed. */
	onCase(folder: string, found: WatchedCase): void;
	/** Its file cannot be read; told once for each state of the file. What was known of it before stays. */
	onTrouble(folder: string, cause: unknown): void;
	onGone(folder: string): void;
}

/**
 * The cases below some folders, looked for again and again: a case that appears or changes is taken up, one that cannot be read
 * holds up no other, even where its disk does not answer.
 */
export class Roster {
	private readonly folders: readonly string[];
	private readonly found: Found;
	private readonly now: () => number;
	private readonly known = new Map<string, string>();
	private readonly told = new Map<string, string>();
	private readonly reading = new Set<string>();
	private listing = false;

	/** @param now milliseconds */
	constructor(folders: readonly string[], now: () => number, found: Found) {
		this.folders = folders;
		this.now = now;
		this.found = found;
	}

	/** Looks once. Ends when every case was read whose disk answers; one that is still being read is not read again. */
	async look(): Promise<void> {
		if (this.listing) return;
		this.listing = true;
		const there = await caseFoldersIn(this.folders).finally(() => {
			this.listing = false;
		});
		for (const folder of [...this.known.keys()]) {
			if (there.includes(folder)) continue;
			this.known.delete(folder);
			this.told.delete(folder);
			this.found.onGone(folder);
		}
		await Promise.all(there.map((folder) => this.read(folder)));
	}

	/** Folders of which no answer came. */
	get unanswered(): readonly string[] {
		return [...(this.listing ? this.folders : []), ...this.reading];
	}

	private async read(folder: string): Promise<void> {
		if (this.reading.has(folder)) return;
		this.reading.add(folder);
		try {
			const signature = await signatureOf(folder);
			if (signature === undefined || signature === this.known.get(folder)) return;
			const found = await readWatched(folder, this.now());
			this.known.set(folder, signature);
			this.told.delete(folder);
			this.found.onCase(folder, found);
		} catch (cause) {
			// Read again next time: a file that is being written may be whole by then.
			const text = String(cause);
			if (this.told.get(folder) === text) return;
			this.told.set(folder, text);
			this.found.onTrouble(folder, cause);
		} finally {
			this.reading.delete(folder);
		}
	}
}
