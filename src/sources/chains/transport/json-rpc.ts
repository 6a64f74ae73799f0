import type { Judge, Verdict } from './contract.ts';
import { verdictOfNoJson, verdictOfStatus } from './http-verdict.ts';
import { type RpcError, verdictOfError } from './rpc-errors.ts';

/** One call of a body, as far as its answer is told by it. */
export interface RpcCall {
	readonly id: number;
	readonly method: string;
	/** The thing asked for is known to be there: `null` means a node that does not have it yet. */
	readonly present?: boolean;
}

type Trouble = Exclude<Verdict, { kind: 'taken' }>;

/** An answer as far as it is JSON-RPC. */
interface RpcAnswer {
	readonly id?: unknown;
	readonly result?: unknown;
	readonly error?: RpcError | null;
}

/** What stands in the way of the whole body, the worst first. */
const WORST: readonly Trouble['kind'][] = [
	'denied',
	'unable',
	'rate-limited',
	'unreachable',
	'damaged',
	'range-refused',
	'refused',
];

/**
 * Judges answers of JSON-RPC 2.0, single ones and batches: each call must have one answer, with its id and a result.
 *
 * @param calls those of the body, in any order
 */
export function jsonRpcJudge(...calls: readonly RpcCall[]): Judge {
	return (status, text) => judgeAnswers(calls, status, text, answersIn(text));
}

/** The same of a body that was parsed already: of a large one that takes as long as all the rest. */
export function judgeAnswers(
	calls: readonly RpcCall[],
	status: number,
	text: string,
	answers: readonly unknown[] | undefined,
): Verdict {
	const troubles = answers === undefined ? [] : troublesOf(answers, calls);
	const trouble = worst(troubles);
	// An error that nobody knows says less than the status it came with.
	const told = trouble?.kind === 'unreachable' || trouble?.kind === 'damaged' ? undefined : trouble;
	if (told !== undefined) return told;
	const byBody = answers === undefined ? verdictOfNoJson(text) : trouble;
	return verdictOfStatus(status, text) ?? byBody ?? { kind: 'taken' };
}

/** Undefined where it is no JSON. */
export function answersIn(text: string): readonly unknown[] | undefined {
	try {
		const parsed: unknown = JSON.parse(text);
		return Array.isArray(parsed) ? parsed : [parsed];
	} catch {
		return undefined;
	}
}

function troublesOf(answers: readonly unknown[], calls: readonly RpcCall[]): Trouble[] {
	const objects = answers.filter((answer): answer is RpcAnswer => typeof answer === 'object' && answer !== null);
	// An error about the body as a whole has no id.
	const whole = objects.find(({ id, error }) => (id === null || id === undefined) && isError(error));
	if (whole?.error) return [verdictOfError(calls[0]?.method ?? '', whole.error)];
	if (objects.length !== calls.length) {
		return [{ kind: 'damaged', detail: `${objects.length} answers to ${calls.length} calls` }];
	}
	return calls.flatMap((call) => troubleOf(call, objects) ?? []);
}

function troubleOf(call: RpcCall, answers: readonly RpcAnswer[]): Trouble | undefined {
	const found = answers.filter(({ id }) => String(id) === String(call.id));
	const [answer] = found;
	if (answer === undefined || found.length > 1) return { kind: 'damaged', detail: "another request's answer" };
	if (isError(answer.error)) return verdictOfError(call.method, answer.error);
	if (answer.result === undefined) return { kind: 'damaged', detail: 'neither result nor error' };
	if (call.present && answer.result === null) {
		return { kind: 'unreachable', detail: `${call.method} answered null for what is known to be there` };
	}
	return undefined;
}

function isError(error: RpcError | null | undefined): error is RpcError {
	return error !== undefined && error !== null;
}

function worst(troubles: readonly Trouble[]): Trouble | undefined {
	return WORST.map((kind) => troubles.find((trouble) => trouble.kind === kind)).find((found) => found !== undefined);
}
