import { writeFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

/** What a file may take: a hang cannot be ended from within, so a thread of its own ends the process. */
const SECONDS_MAX = 10;
const RSS_MAX = 1 << 30;
const TEXT_BYTES = 1 << 16;

/** Runs as text, so that it needs no loader. `shared`: turn, length, text of what is under way. */
const WATCH = `
const { workerData: { shared, seconds, rss } } = require('node:worker_threads');
const { writeSync } = require('node:fs');
const words = new Int32Array(shared, 0, 2);
const end = (what) => {
	const bytes = Buffer.from(new Uint8Array(shared, 8, Atomics.load(words, 1)));
	writeSync(2, '\\n' + what + ': ' + bytes.toString() + '\\n');
	process.kill(process.pid, 'SIGKILL');
};
let turn = -1;
let since = process.cpuUsage();
setInterval(() => {
	const now = Atomics.load(words, 0);
	if (now !== turn) {
		turn = now;
		since = process.cpuUsage();
	}
	const { user, system } = process.cpuUsage(since);
	// Odd while a file is being read. Time of the processor: other work on the machine must not count.
	if (turn % 2 === 1 && user + system > seconds * 1e6) end('no answer after ' + seconds + ' s');
	if (process.memoryUsage.rss() > rss) end('more than ' + rss + ' bytes of memory');
}, 250);
`;

/** Watches how long the reading of each file takes and how much memory the process has; ends the process beyond either limit. */
export class Watchdog {
	readonly #shared = new SharedArrayBuffer(8 + TEXT_BYTES);
	readonly #words = new Int32Array(this.#shared, 0, 2);
	#files = 0;

	/** @param counted where the number of files is written when the process ends */
	constructor(counted: string) {
		const workerData = { shared: this.#shared, seconds: SECONDS_MAX, rss: RSS_MAX };
		new Worker(WATCH, { eval: true, workerData }).unref();
		process.on('exit', () => writeFileSync(`${counted}.${process.pid}`, String(this.#files)));
	}

	async over<T>(what: string, work: () => Promise<T>): Promise<T> {
		const bytes = new TextEncoder().encode(what).subarray(0, TEXT_BYTES);
		new Uint8Array(this.#shared, 8).set(bytes);
		Atomics.store(this.#words, 1, bytes.length);
		Atomics.add(this.#words, 0, 1);
		try {
			return await work();
		} finally {
			this.#files += 1;
			Atomics.add(this.#words, 0, 1);
		}
	}
}
