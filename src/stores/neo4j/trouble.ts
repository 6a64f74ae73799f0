import { type Facts, Problem } from '../../ledger/problem.ts';
import type { Neo4jPlace } from '../place.ts';
import { partsOf, shownPlace } from './address.ts';

/** One kind of trouble: by the error's code, or by its words and those of its causes. */
interface Kind {
	readonly code?: RegExp;
	readonly words?: RegExp;
	readonly problem: string;
}

/**
 * What may happen at any time, asked in this order. A full disk has no code of its own, and the words for it are not
 * always passed on: the commit fails, then the database gives up until somebody restarts it.
 */
const ANY_TIME: readonly Kind[] = [
	{ words: /No space left on device|Disk quota exceeded|File too large|not enough space/i, problem: 'store.full' },
	{ code: /(?:OutOfMemoryError|StackOverFlowError|TransactionMemoryLimit)$/, problem: 'store.memory' },
	{ code: /Security\.Forbidden$/, problem: 'store.neo4j-forbidden' },
	{ code: /\.Security\./, problem: 'store.neo4j-login' },
	{ code: /Database\.(?:\w*DatabaseNotFound|UnableToStartDatabase)$/, problem: 'store.neo4j-database' },
	{ code: /OnReadOnly(?:Access)?Database$/, problem: 'store.neo4j-read-only' },
	{
		code: /Schema\.(?:ConstraintValidationFailed|ConstraintViolation|ConstraintCreationFailed|IndexNotApplicable)$/,
		problem: 'store.foreign',
	},
	{
		code: /Transaction\.(?:TransactionCommitFailed|TransactionLogError|TransactionStartFailed)$|StorageDamageDetected$/,
		problem: 'store.neo4j-stopped',
	},
	{ code: /TransactionTimedOut\w*$/, problem: 'store.neo4j-slow' },
	{
		// EntityNotFound: another process removed what this one was reading.
		code: /EntityNotFound$|Transaction\.(?:LockAcquisitionTimeout|LockClientStopped|DeadlockDetected|Terminated|Outdated|ConstraintsChanged|MaximumTransactionLimitReached)$/,
		problem: 'store.busy',
	},
	{
		code: /^(?:ServiceUnavailable|SessionExpired)$|General\.DatabaseUnavailable$|Cluster\.|LeaderSwitch$/,
		words: /acquisition timed out/,
		problem: 'store.neo4j-away',
	},
];

/** What the driver says of a server that never became one: it hides most of it behind `ServiceUnavailable`. */
const AT_FIRST: readonly Kind[] = [
	{ words: /\bTLS\b|certificate|SSL/i, problem: 'store.neo4j-tls' },
	{ code: /Procedure\.ProcedureNotFound$/, problem: 'store.neo4j-none' },
	{
		words: /responded HTTP|Bolt protocol|closed by server|acquisition timed out|discovery/,
		problem: 'store.neo4j-none',
	},
];

/**
 * Says what an error of the driver or the server means to a person: `store.full`, `store.memory`, `store.busy`,
 * `store.neo4j-slow` {path};
 * `store.foreign`, `store.neo4j-away`, `store.neo4j-stopped`, `store.neo4j-read-only`, `store.neo4j-forbidden` {path, detail};
 * `store.neo4j-login`, `store.neo4j-database` {address, user, database}. What is not expected trouble is returned as it
 * came: a bug.
 *
 * @see https://neo4j.com/docs/status-codes/5/
 */
export function serverTrouble(error: unknown, place: Neo4jPlace): unknown {
	if (!isDriverError(error)) return error;
	const problem = problemOf(error, ANY_TIME);
	return problem === undefined ? error : new Problem('store', problem, factsOf(error, place), error);
}

/** The same for the first words with a server: everything is expected trouble here, at worst `store.neo4j-other`. */
export function firstTrouble(error: unknown, place: Neo4jPlace): Problem {
	if (error instanceof Problem) return error;
	const known = error instanceof Error ? (problemOf(error, AT_FIRST) ?? problemOf(error, ANY_TIME)) : undefined;
	return new Problem('store', known ?? 'store.neo4j-other', factsOf(error, place), error);
}

/** Which server, for a message. `path` stands for the store. */
export function placeFacts(place: Neo4jPlace): Facts {
	const { host, port, shown } = partsOf(place.address);
	const { user, database = '' } = place;
	return { path: shownPlace(place), address: shown, host, port, user, database };
}

function problemOf(error: Error, kinds: readonly Kind[]): string | undefined {
	const code = codeOf(error);
	const words = wordsOf(error);
	return kinds.find((kind) => kind.code?.test(code) || kind.words?.test(words))?.problem;
}

function factsOf(error: unknown, place: Neo4jPlace): Facts {
	const detail = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
	return { ...placeFacts(place), detail, reason: `${codeOf(error)} ${detail}`.trim() };
}

/** By its name: whoever asks has loaded the driver, this file need not. */
function isDriverError(error: unknown): error is Error {
	return error instanceof Error && error.name === 'Neo4jError';
}

function codeOf(error: unknown): string {
	const { code } = error as { code?: unknown };
	return typeof code === 'string' ? code : '';
}

function wordsOf(error: unknown): string {
	return error instanceof Error ? `${error.message}\n${wordsOf(error.cause)}` : '';
}
