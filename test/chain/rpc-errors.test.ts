import test from 'ava';
import { jsonRpcJudge } from '../../src/sources/chains/transport/json-rpc.ts';
import { verdictOfError } from '../../src/sources/chains/transport/rpc-errors.ts';
import { RANGE_WORDINGS } from './rpc-faults.ts';

/** Of these a span is read: the others name none. */
const SPANLESS = new Set(['Infura', 'Ankr', 'BNB Chain', 'Arbitrum', 'Alchemy, too slow']);

for (const { provider, code, message } of RANGE_WORDINGS) {
	test(`${provider} refuses a range, and says what it would take`, (t) => {
		const verdict = verdictOfError('eth_getLogs', { code, message: message(2000, 1000) });
		t.like(verdict, { kind: 'range-refused', ...(SPANLESS.has(provider) ? {} : { span: 2000 }) });
		t.is('span' in verdict, !SPANLESS.has(provider));
	});
}

const LOGS = 'eth_getLogs';
const MEANINGS: readonly (readonly [string, number | undefined, string, string, number?])[] = [
	// More wordings of the range, with other forms of numbers.
	[LOGS, -32600, 'You can make eth_getLogs requests with up to a 500 block range.', 'range-refused', 500],
	[
		LOGS,
		-32602,
		'Log response size exceeded. You can make requests with up to a 2K block range',
		'range-refused',
		2000,
	],
	[LOGS, -32000, 'eth_getLogs range is too large, max is 10k blocks', 'range-refused', 10_000],
	[LOGS, -32000, 'eth_getLogs is limited to 0 - 50 blocks range', 'range-refused', 50],
	[LOGS, -32000, 'block range too large (2000), maximum allowed is 1000 blocks', 'range-refused', 1000],
	[LOGS, -32000, 'exceeds the range allowed for your plan (5000 > 3000)', 'range-refused', 3000],
	[LOGS, -32000, 'requested too many blocks from 1 to 5000, maximum is set to 2048', 'range-refused', 2048],
	[LOGS, -32000, 'Maximum allowed number of requested blocks is 3500', 'range-refused', 3500],
	[LOGS, -32000, 'block range is too wide (maximum 1024)', 'range-refused', 1024],
	[LOGS, -32000, 'range 9009594 is bigger than range limit 2000', 'range-refused', 2000],
	[LOGS, -32000, 'Please limit the query to at most 1,000 blocks', 'range-refused', 1000],
	[LOGS, -32000, 'backend response too large', 'range-refused'],
	[LOGS, -32002, 'request timed out', 'range-refused'],
	// "limit exceeded" is about the range where there is one, and about the pace elsewhere.
	['eth_blockNumber', -32005, 'limit exceeded', 'rate-limited'],
	['eth_blockNumber', -32002, 'request timed out', 'unreachable'],
	[LOGS, -32005, 'rate limit exceeded', 'rate-limited'],
	[LOGS, -32029, 'Too Many Requests, Please apply an OnFinality API key', 'rate-limited'],
	[LOGS, -32016, 'over rate limit', 'rate-limited'],
	[LOGS, -32007, '50/second request limit reached - reduce calls per second', 'rate-limited'],
	// The same question later, or at another node.
	[LOGS, -32602, 'block range extends beyond current head block', 'unreachable'],
	[LOGS, -32000, 'BlockOutOfRangeError: block height is 5 but requested was 9', 'unreachable'],
	['eth_call', -32000, 'header not found', 'unreachable'],
	['eth_call', -32603, 'Internal error', 'unreachable'],
	['eth_call', undefined, '', 'unreachable'],
	// Another node only.
	[LOGS, -32701, 'History has been pruned for this block', 'unable'],
	['eth_call', -32000, 'missing trie node 1a3b (path ) state 0x1a is not available', 'unable'],
	['eth_call', -32000, 'required historical state unavailable (reexec=128)', 'unable'],
	[LOGS, -32602, 'Archive requests require a personal token.', 'unable'],
	['debug_traceTransaction', -32601, 'Method not found', 'unable'],
	['trace_filter', -32601, 'the method trace_filter does not exist/is not available', 'unable'],
	['eth_call', -32000, 'Unauthorized: You must authenticate your request with an API key.', 'denied'],
	['eth_call', -32600, 'Must be authenticated!', 'denied'],
	// Nobody can answer it.
	['eth_call', 3, 'execution reverted', 'refused'],
	['eth_call', -32000, 'invalid opcode: INVALID', 'refused'],
	['eth_call', -32602, 'invalid argument 0: hex string has odd length', 'refused'],
];

for (const [method, code, message, kind, span] of MEANINGS) {
	test(`${method}, ${code} "${message}": ${kind}`, (t) => {
		const verdict = verdictOfError(method, { code, message });
		t.is(verdict.kind, kind as typeof verdict.kind);
		t.is('span' in verdict ? verdict.span : undefined, span);
	});
}

test('the wait that an error asks for is read, from its data and from its words', (t) => {
	const data = { rate: { allowed_rps: 1, backoff_seconds: 30.5, current_rps: 1.4 } };
	t.like(verdictOfError(LOGS, { code: -32005, message: 'daily request count exceeded, request rate limited', data }), {
		waitMs: 30_500,
	});
	t.like(verdictOfError(LOGS, { code: 429, message: 'Too many requests, try again in 10 seconds' }), {
		waitMs: 10_000,
	});
	t.like(verdictOfError(LOGS, { code: 429, message: 'rate limit, retry after 250ms' }), { waitMs: 250 });
});

const nothing = () => '';

test('a batch is taken only when each call has one answer', (t) => {
	const judge = jsonRpcJudge({ id: 1, method: 'a' }, { id: 2, method: 'b', present: true });
	const kind = (...answers: object[]) => judge(200, JSON.stringify(answers), nothing).kind;
	t.is(kind({ id: 2, result: 0 }, { id: 1, result: null }), 'taken');
	t.is(kind({ id: 1, result: 0 }), 'damaged');
	t.is(kind({ id: 1, result: 0 }, { id: 1, result: 0 }), 'damaged');
	t.is(kind({ id: 1, result: 0 }, { id: 2, result: 0 }, { id: 3, result: 0 }), 'damaged');
	t.is(kind({ id: 1, result: 0 }, { id: 2, result: null }), 'unreachable', 'null for what is there');
	t.is(kind({ id: 1, result: 0 }, { id: 2 }), 'damaged');
	t.is(kind({ id: 1, result: 0 }, { id: 2, error: { code: 429, message: '' } }), 'rate-limited');
	t.is(
		judge(200, '{"id":null,"error":{"code":-32600,"message":"Batch requests are not allowed"}}', nothing).kind,
		'denied',
	);
});

test('an error that nobody knows says less than the status it came with', (t) => {
	const judge = jsonRpcJudge({ id: 1, method: 'eth_call' });
	const unknown = '{"id":1,"error":{"code":-32000,"message":"oops"}}';
	t.is(judge(403, unknown, nothing).kind, 'denied');
	t.is(judge(200, unknown, nothing).kind, 'unreachable');
	t.is(judge(200, 'Too Many Requests', nothing).kind, 'rate-limited');
	t.is(judge(200, '[]', nothing).kind, 'damaged');
	t.is(judge(200, '7', nothing).kind, 'damaged');
	t.is(judge(500, '{"id":1,"result":"0x1"}', nothing).kind, 'unreachable');
});
