import { Problem } from '../../ledger/problem.ts';
import type { CaseFolder } from '../case-folder.ts';
import type { Environment } from '../store-place.ts';
import { mailLetter } from './email.ts';
import { type Fault, Undelivered } from './fault.ts';
import type { Letter, Way } from './letter.ts';
import { noticeSecret, signingKey } from './secret.ts';
import type { Spool } from './spool.ts';
import { LONGEST_LIFE, LONGEST_REST, MOST_TRIES, waitAfter } from './waits.ts';
import { postLetter } from './webhook.ts';

/** Time and chance, given from outside so that tests can move them. */
export interface Moment {
	/** Milliseconds since 1970. */
	now(): number;
	/** @returns false where {signal} ended it early */
	sleep(ms: number, signal: AbortSignal | undefined): Promise<boolean>;
	/** In [0, 1). */
	random(): number;
}

export interface Delivery extends Moment {
	readonly env: Environment;
	/** Milliseconds that a run waits for receivers at most; the next run goes on. */
	readonly budget: number;
	readonly signal?: AbortSignal;
}

export interface Delivered {
	readonly sent: number;
	readonly waiting: number;
	readonly givenUp: number;
	/** Why, each once. */
	readonly faults: readonly Fault[];
}

/** One try takes no longer, or a server that hangs would take the whole budget. */
const LONGEST_TRY = 5000;

/**
 * Sends what waits in the spool, webhook and mail beside each other. A letter that was not taken stays there for a later
 * run, or is given up after {@link MOST_TRIES} tries or {@link LONGEST_LIFE}.
 */
export async function deliver(
	folder: Pick<CaseFolder, 'root' | 'evidence' | 'file'>,
	spool: Spool,
	how: Delivery,
): Promise<Delivered> {
	const letters = await spool.letters();
	const of = (way: Way) => letters.filter((letter) => letter.way === way);
	const both = await Promise.all([
		deliverBy(sender('webhook'), of('webhook')),
		deliverBy(sender('email'), of('email')),
	]);
	const all = both.flat();
	const faults = new Map(all.flatMap(({ fault }) => (fault === undefined ? [] : [[JSON.stringify(fault), fault]])));
	const count = (end: End['end']) => all.filter((one) => one.end === end).length;
	return { sent: count('sent'), waiting: count('waiting'), givenUp: count('given-up'), faults: [...faults.values()] };

	function sender(way: Way): Sender {
		return { send: (letter, signal) => sendBy(way, folder, letter, how, signal), spool, how };
	}
}

interface Sender {
	readonly send: (letter: Letter, signal: AbortSignal) => Promise<void>;
	readonly spool: Spool;
	readonly how: Delivery;
}

interface End {
	readonly end: 'sent' | 'waiting' | 'given-up';
	readonly fault?: Fault;
	/** Whether those behind would fail as well. */
	readonly blocks?: boolean;
}

/**
 * After a fault of the way the letters behind are not tried: they would fail as well, and each would take its time. Those that
 * are too old are given up with them where none was taken, or a receiver that is gone for good would fill the disk.
 */
async function deliverBy(sender: Sender, letters: readonly Letter[]): Promise<End[]> {
	const { how } = sender;
	const until = how.now() + how.budget;
	const ends: End[] = [];
	let blocked: Fault | undefined;
	for (const letter of letters) {
		const taken = ends.some(({ end }) => end === 'sent');
		if (blocked !== undefined && !taken && isOld(letter, how.now())) {
			await sender.spool.bury({ ...letter, fault: { ...blocked } }, how.now());
			ends.push({ end: 'given-up', fault: blocked });
			continue;
		}
		const rested = restOf(letter, how.now()) <= 0;
		if (blocked !== undefined || !rested || how.signal?.aborted || how.now() >= until) {
			ends.push({ end: 'waiting', ...(letter.fault && blocked === undefined ? { fault: letter.fault as Fault } : {}) });
			continue;
		}
		const end = await attempt(sender, letter, until);
		ends.push(end);
		if (end.blocks) blocked = end.fault;
	}
	return ends;
}

/** A clock that was set back must not leave a letter waiting for years. */
function restOf({ notBefore }: Letter, now: number): number {
	const rest = notBefore - now;
	return rest > 2 * LONGEST_REST ? 0 : rest;
}

/** Tries a letter until it is taken, given up, or the next try would come too late for this run. */
async function attempt({ send, spool, how }: Sender, first: Letter, until: number): Promise<End> {
	let letter = first;
	for (;;) {
		const fault = await tried(send, letter, how, until);
		if (fault === undefined) {
			await spool.remove(letter);
			return { end: 'sent' };
		}
		// Our own end was no fault of the receiver, who may even have taken it.
		if (how.signal?.aborted) return { end: 'waiting' };
		const now = how.now();
		const tries = letter.tries + 1;
		const wait = waitAfter(tries, how.random(), fault.after);
		letter = { ...letter, tries, notBefore: Math.round(now + wait), fault: { ...fault.fault } };
		if (isOver(letter, fault.fault, now)) {
			await spool.bury(letter, now);
			return { end: 'given-up', fault: fault.fault, blocks: !fault.alone };
		}
		await spool.put(letter);
		if (fault.alone || now + wait >= until || !(await how.sleep(wait, how.signal)))
			return { end: 'waiting', fault: fault.fault, blocks: !fault.alone };
	}
}

function isOver(letter: Letter, { code }: Fault, now: number): boolean {
	return FINAL.has(code) || letter.tries >= MOST_TRIES || isOld(letter, now);
}

const FINAL: ReadonlySet<Fault['code']> = new Set(['gone', 'unnamed', 'withheld']);

function isOld({ made }: Letter, now: number): boolean {
	return now - made > LONGEST_LIFE;
}

/** @returns what went wrong; undefined where the letter was taken */
async function tried(
	send: Sender['send'],
	letter: Letter,
	how: Delivery,
	until: number,
): Promise<Undelivered | undefined> {
	const limit = AbortSignal.timeout(Math.max(1, Math.min(LONGEST_TRY, until - how.now())));
	try {
		await send(letter, how.signal === undefined ? limit : AbortSignal.any([limit, how.signal]));
		return undefined;
	} catch (cause) {
		if (cause instanceof Undelivered) return cause;
		if (!(cause instanceof Problem)) throw cause;
		return new Undelivered({ code: 'secret', host: '', status: 0, cause: cause.code });
	}
}

async function sendBy(
	way: Way,
	folder: Pick<CaseFolder, 'root' | 'evidence' | 'file'>,
	letter: Letter,
	how: Delivery,
	signal: AbortSignal,
): Promise<void> {
	const { webhook, email, detail } = folder.file.notices ?? {};
	if (letter.detail === 'people' && detail === 'counts')
		throw new Undelivered({ code: 'withheld', host: '', status: 0, cause: '' });
	if (way === 'webhook' && webhook !== undefined) {
		const key = signingKey(await noticeSecret(folder, webhook, how.env));
		return await postLetter(letter, { url: webhook.url, key }, how.now(), signal);
	}
	if (way === 'email' && email?.to.includes(letter.to)) {
		const password = email.user === undefined ? undefined : await noticeSecret(folder, email, how.env);
		return await mailLetter(letter, email, password, signal);
	}
	throw new Undelivered({ code: 'unnamed', host: '', status: 0, cause: '' });
}
