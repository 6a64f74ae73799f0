import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Problem } from '../../ledger/problem.ts';
import { replaceFile } from '../replace-file.ts';
import { fileName, type Letter, letterSchema } from './letter.ts';

/** Letters given up that are kept; the oldest beyond are removed, or a receiver that is gone for good would fill the disk. */
const MOST_DEAD = 1000;
const PART = '.part';

/**
 * The notices of a case that were not delivered yet (`notices/pending`) and those given up (`notices/dead`), a file each.
 * Whoever writes here holds the case. A letter is safe on disk before anybody tries to send it, and is removed only once it
 * was taken or lies among the dead.
 *
 * Everything throws Problem `notice.spool` {folder, fault} where the disk does not do as told.
 */
export class Spool {
	private readonly pending: string;
	private readonly dead: string;

	constructor(root: string) {
		this.pending = join(root, 'notices', 'pending');
		this.dead = join(root, 'notices', 'dead');
	}

	/** Puts a letter there, or writes down what became of it. */
	async put(letter: Letter): Promise<void> {
		await this.safely(() => writeSafely(this.pending, fileName(letter), letter));
	}

	async remove(letter: Letter): Promise<void> {
		await this.safely(() => rm(join(this.pending, fileName(letter)), { force: true }));
	}

	/** Moves a letter to the dead, with its last fault. */
	async bury(letter: Letter, at: number): Promise<void> {
		await this.safely(async () => {
			await writeSafely(this.dead, fileName(letter), { ...letter, given_up: at });
			await rm(join(this.pending, fileName(letter)), { force: true });
			const names = await namesIn(this.dead);
			for (const name of names.slice(0, Math.max(0, names.length - MOST_DEAD))) await rm(join(this.dead, name));
		});
	}

	/**
	 * Letters to be sent: those never tried first, so that one at which a receiver chokes holds up none behind it; then the oldest. What an interrupted run left half done is finished: parts are removed, and so is
	 * a letter that lies among the dead already. A file that nobody can read goes there as it is.
	 */
	async letters(): Promise<Letter[]> {
		return await this.safely(() => this.read());
	}

	private async read(): Promise<Letter[]> {
		const names = await namesIn(this.pending);
		const dead = new Set(await namesIn(this.dead));
		const letters: Letter[] = [];
		for (const name of names) {
			const path = join(this.pending, name);
			const letter = dead.has(name) ? undefined : await letterIn(path, name);
			if (letter !== undefined) letters.push(letter);
			else if (dead.has(name)) await rm(path);
			else {
				await mkdir(this.dead, { recursive: true, mode: 0o700 });
				await rename(path, join(this.dead, name));
			}
		}
		return letters.sort((a, b) => rankOf(a) - rankOf(b) || a.made - b.made || (fileName(a) < fileName(b) ? -1 : 1));
	}

	private async safely<Result>(work: () => Promise<Result>): Promise<Result> {
		try {
			return await work();
		} catch (cause) {
			const { code, syscall } = cause as NodeJS.ErrnoException;
			if (syscall === undefined) throw cause;
			throw new Problem('store', 'notice.spool', { folder: dirname(this.pending), fault: code ?? '' }, cause);
		}
	}
}

/** How many notices of a case wait, and how many were given up. Reads only: others may be working on the case. */
export async function countNotices(root: string): Promise<{ readonly pending: number; readonly dead: number }> {
	const count = async (folder: string) =>
		(await readdir(join(root, 'notices', folder)).catch(() => [])).filter(isLetter).length;
	return { pending: await count('pending'), dead: await count('dead') };
}

const rankOf = ({ tries }: Letter) => Math.min(tries, 1);

const isLetter = (name: string) => name.endsWith('.json');

/** Names of the letters in a folder, sorted; what a killed run left half written is removed. */
async function namesIn(folder: string): Promise<string[]> {
	const names = await readdir(folder).catch((cause: NodeJS.ErrnoException) => {
		if (cause.code === 'ENOENT') return [];
		throw cause;
	});
	for (const name of names) if (name.endsWith(PART)) await rm(join(folder, name), { force: true });
	return names.filter(isLetter).sort();
}

async function letterIn(path: string, name: string): Promise<Letter | undefined> {
	try {
		const letter = letterSchema.parse(JSON.parse(await readFile(path, 'utf8')));
		return fileName(letter) === name ? letter : undefined;
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).syscall !== undefined) throw cause;
		return undefined;
	}
}

async function writeSafely(folder: string, name: string, letter: Letter): Promise<void> {
	await mkdir(folder, { recursive: true, mode: 0o700 });
	await replaceFile(join(folder, name), `${JSON.stringify(letter, null, '\t')}\n`);
}
