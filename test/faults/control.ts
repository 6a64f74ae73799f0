import { execFile } from 'node:child_process';
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Fault } from './schedule.ts';

/** Kinds of operation, as shim.c counts them. */
const READ = 1;
const WRITE = 2;
const SYNC = 4;
const OPEN = 8;
const CREATE = 16;
const ADD = 32;
const DROP = 64;
const LIST = 128;
const LOOK = 256;
const CHANGES = WRITE | SYNC | CREATE | ADD | DROP;

/** Each fault: what it may befall, what the shim does then, and with which error. */
export const HARMS = {
	'no-space': { mask: WRITE | SYNC | CREATE | ADD, action: 1, error: constants.errno.ENOSPC },
	'io-error': { mask: READ | CHANGES | OPEN | LIST | LOOK, action: 1, error: constants.errno.EIO },
	'no-access': { mask: OPEN | ADD | DROP | LIST | LOOK, action: 1, error: constants.errno.EACCES },
	'too-many-files': { mask: OPEN | LIST, action: 1, error: constants.errno.EMFILE },
	short: { mask: READ | WRITE, action: 2, error: 0 },
	'kill-before': { mask: CHANGES, action: 3, error: 0 },
	'kill-after': { mask: CHANGES, action: 4, error: 0 },
	tear: { mask: WRITE, action: 5, error: 0 },
	'power-cut': { mask: CHANGES, action: 6, error: 0 },
	clock: { mask: READ | CHANGES | OPEN | LIST | LOOK, action: 7, error: 0 },
} as const;

export type Harm = keyof typeof HARMS;
export const HARM_NAMES = Object.keys(HARMS) as Harm[];

const PLAN_BYTES = 40;
/** As many faults as can be armed at once. */
const PLANS = 12;
const STATUS_AT = 24;
const PLANS_AT = 32;
const PREFIX_AT = PLANS_AT + PLANS * PLAN_BYTES;
const PREFIX_BYTES = 1024;
const LOG_AT = PREFIX_AT + PREFIX_BYTES;
const LOG_BYTES = 8192;

/** @returns path of the library, or undefined where none can be built. */
export async function buildShim(folder: string): Promise<string | undefined> {
	if (process.platform !== 'linux') return undefined;
	const library = join(folder, 'shim.so');
	try {
		await promisify(execFile)('cc', ['-shared', '-fPIC', '-O1', '-o', library, 'test/faults/shim.c', '-ldl']);
		return library;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
		throw error;
	}
}

/** The file through which a process under the shim is told what to do and tells what was done. */
export class Control {
	readonly path: string;
	readonly #file: number;
	#armed = 0n;

	constructor(path: string) {
		this.path = path;
		this.#file = openSync(path, 'w+', 0o600);
		writeSync(this.#file, Buffer.alloc(LOG_AT + LOG_BYTES), 0, LOG_AT + LOG_BYTES, 0);
	}

	/** From now on faults befall operations below the folder. One without `nth` only counts. */
	arm(folder: string, faults: readonly Fault[]): void {
		const bytes = Buffer.alloc(LOG_AT + LOG_BYTES);
		for (const [at, { harm, nth, lasting, seconds }] of faults.entries()) {
			const { mask, action, error } = HARMS[harm];
			const plan = PLANS_AT + at * PLAN_BYTES;
			bytes.writeUInt32LE(mask, plan);
			bytes.writeUInt32LE(action, plan + 4);
			bytes.writeUInt32LE(error, plan + 8);
			bytes.writeUInt32LE(lasting ? 1 : 0, plan + 12);
			bytes.writeBigUInt64LE(BigInt(nth), plan + 16);
			bytes.writeBigInt64LE(BigInt(seconds ?? 0) * 1_000_000_000n, plan + 32);
		}
		if (Buffer.byteLength(folder) >= PREFIX_BYTES) throw new Error(`${folder} is too long a path`);
		bytes.write(folder, PREFIX_AT);
		writeSync(this.#file, bytes, 8, bytes.length - 8, 8);
		this.#armed += 1n;
		this.#setArmed(this.#armed);
	}

	/** How the last child ended, as waitpid tells it. */
	status(): number {
		return this.#read(STATUS_AT, 4).readUInt32LE();
	}

	/** The child that runs; 0 where none does. */
	child(): number {
		return this.#read(STATUS_AT + 4, 4).readUInt32LE();
	}

	disarm(): void {
		this.#setArmed(0n);
	}

	/** Operations that each fault could have befallen since it was armed, in the order given. */
	seen(count: number): number[] {
		const plans = this.#read(PLANS_AT, PLANS * PLAN_BYTES);
		return Array.from({ length: count }, (_, at) => Number(plans.readBigUInt64LE(at * PLAN_BYTES + 24)));
	}

	/** What was done, a line each. */
	told(): string[] {
		const text = this.#read(LOG_AT, LOG_BYTES).toString('utf8');
		return text
			.slice(0, Math.max(0, text.indexOf('\0')))
			.split('\n')
			.filter((line) => line !== '');
	}

	close(): void {
		closeSync(this.#file);
	}

	#setArmed(value: bigint): void {
		const bytes = Buffer.alloc(8);
		bytes.writeBigUInt64LE(value);
		writeSync(this.#file, bytes, 0, 8, 0);
	}

	#read(at: number, length: number): Buffer {
		const bytes = Buffer.alloc(length);
		readSync(this.#file, bytes, 0, length, at);
		return bytes;
	}
}
