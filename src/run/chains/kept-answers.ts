import { hash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { fileTrouble } from '../../ledger/file-trouble.ts';
import { Problem } from '../../ledger/problem.ts';
import { type Receipt, sealReceipt } from '../../ledger/receipt.ts';
import type { Exchange, Interface } from '../../sources/chains/contract.ts';
import { isPresent } from '../../sources/present.ts';
import { replaceFile } from '../replace-file.ts';
import { joinedReceipt } from './joined-receipt.ts';

/** Folder of a case with what chains answered, byte for byte. */
export const KEPT_FOLDER = 'chains';
const END = '.jsonl.gz';
const DROPPED_END = `.dropped${END}`;
const VERSION = 1;

/** What was answered, with its receipt. */
export interface Answered {
	readonly receipt: Receipt;
	readonly exchanges: readonly Exchange[];
}

/** A stretch as it lies in the case folder. */
export interface Kept extends Answered {
	readonly interface: Interface;
	/** Of empty stretches that were joined: the receipts that they came with, whose answers follow each other. */
	readonly parts?: readonly Receipt[];
}

/** A file of kept answers, by its name. */
export interface KeptFile {
	/** From the case folder, with `/`. */
	readonly path: string;
	readonly network: string;
	/** Id of its receipt. */
	readonly id: string;
	/** What it answered was taken back by the chain, or is asked again. */
	readonly dropped: boolean;
}

export function keptPath({ chain, id }: Pick<Receipt, 'chain' | 'id'>, dropped = false): string {
	return `${KEPT_FOLDER}/${chain}/${id}${dropped ? DROPPED_END : END}`;
}

export function keptFile(receipt: Pick<Receipt, 'chain' | 'id'>): KeptFile {
	return { path: keptPath(receipt), network: receipt.chain, id: receipt.id, dropped: false };
}

/**
 * Writes what was asked and answered. The same stretch gives the same bytes; the file is whole or not there.
 *
 * @returns its size in bytes
 */
export async function keepAnswers(root: string, { receipt, parts, exchanges, ...kept }: Kept): Promise<number> {
	const head = { version: VERSION, interface: kept.interface, receipt, ...(parts ? { parts } : {}) };
	const lines = [head, ...exchanges];
	const bytes = await promisify(gzip)(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
	// The system that wrote it stands in the tenth byte of a gzip file: here nothing depends on it.
	bytes[9] = 0xff;
	const path = join(root, keptPath(receipt));
	await mkdir(dirname(path), { recursive: true });
	// On the disk before the store says that the stretch was taken: what is kept of it is never asked again.
	await replaceFile(path, bytes);
	return bytes.length;
}

/** Moves the answers of a stretch that is dropped out of the way; they stay, as evidence of what once was answered. */
export async function setAside(root: string, receipt: Receipt): Promise<void> {
	const path = join(root, keptPath(receipt));
	if (isPresent(path)) await rename(path, join(root, keptPath(receipt, true)));
}

export async function forgetKept(root: string, receipt: Receipt): Promise<void> {
	for (const dropped of [false, true]) await rm(join(root, keptPath(receipt, dropped)), { force: true });
}

/** Files of kept answers in a case folder, sorted by path. */
export async function keptFiles(root: string): Promise<KeptFile[]> {
	const files: KeptFile[] = [];
	for (const network of (await names(join(root, KEPT_FOLDER))).sort())
		for (const name of (await names(join(root, KEPT_FOLDER, network))).sort()) {
			const [, id, dropped] = /^(x[0-9a-f]{24})(\.dropped)?\.jsonl\.gz$/.exec(name) ?? [];
			if (id !== undefined)
				files.push({ path: `${KEPT_FOLDER}/${network}/${name}`, network, id, dropped: dropped !== undefined });
		}
	return files;
}

/** Removes what a process that was killed had begun to write. */
export async function removeHalves(root: string): Promise<void> {
	for (const network of await names(join(root, KEPT_FOLDER)))
		for (const name of await names(join(root, KEPT_FOLDER, network)))
			if (name.endsWith('.part')) await rm(join(root, KEPT_FOLDER, network, name), { force: true });
}

async function names(folder: string): Promise<string[]> {
	return await readdir(folder).catch((cause: NodeJS.ErrnoException) => {
		// A folder that cannot be listed is not an empty one: its transfers would be gone from the case without a word.
		if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') return [];
		throw fileTrouble(cause, folder);
	});
}

/**
 * Reads kept answers and proves that they are those that came: the receipt by its id, each answer by its hash.
 *
 * @throws Problem `chain.kept-damaged` {file, reason}
 */
export async function readKept(root: string, file: KeptFile): Promise<Kept & { readonly size: number }> {
	const damaged = (reason: string, cause?: unknown) =>
		new Problem('evidence', 'chain.kept-damaged', { file: file.path, reason }, cause);
	const bytes = await readFile(join(root, file.path));
	let first: { version: number; interface: Interface; receipt: Receipt; parts?: Receipt[] };
	let exchanges: Exchange[];
	try {
		const lines = (await promisify(gunzip)(bytes)).toString('utf8').split('\n').slice(0, -1);
		[first, ...exchanges] = lines.map((line) => JSON.parse(line)) as [typeof first, ...Exchange[]];
	} catch (cause) {
		throw damaged('unreadable', cause);
	}
	if (first?.version !== VERSION) throw damaged('version');
	const { receipt, parts } = first;
	if (receipt?.id !== file.id || receipt.chain !== file.network || sealReceipt(receipt).id !== file.id)
		throw damaged('receipt');
	if (parts?.some((one) => sealReceipt(one).id !== one.id) || (parts && joinedReceipt(parts).id !== file.id))
		throw damaged('receipt');
	const hashes = exchanges.map(({ text }) => hash('sha256', text));
	if (hashes.length !== receipt.answers.length || hashes.some((one, index) => one !== receipt.answers[index]))
		throw damaged('answers');
	return { interface: first.interface, receipt, ...(parts ? { parts } : {}), exchanges, size: bytes.length };
}

/** A stretch as it was answered: itself, or those that were joined, each with its own answers. */
export function answeredIn({ receipt, parts = [receipt], exchanges }: Kept): Answered[] {
	let next = 0;
	return parts.map((one) => {
		const at = next;
		next += one.answers.length;
		return { receipt: one, exchanges: exchanges.slice(at, next) };
	});
}
