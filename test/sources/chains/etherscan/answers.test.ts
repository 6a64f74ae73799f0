import test from 'ava';
import { DamagedAnswer, listJudge, valueJudge } from '../../../../src/sources/chains/etherscan/answer.ts';

const none = () => '';
const list = listJudge(() => {});

function judged(body: unknown, status = 200) {
	return list(status, typeof body === 'string' ? body : JSON.stringify(body), none);
}

/** As Etherscan says it, with HTTP 200. */
function notOk(result: string) {
	return judged({ status: '0', message: 'NOTOK', result });
}

test('an empty history is told from every refusal, though all of them come with HTTP 200 and status 0', (t) => {
	for (const message of [
		'No transactions found',
		'No internal transactions found',
		'No token transfers found',
		'No records found',
	])
		t.is(judged({ status: '0', message, result: [] }).kind, 'taken', message);
	t.is(judged({ status: '1', message: 'OK', result: [] }).kind, 'taken');
	t.is(
		judged({ status: '1', message: 'OK-Missing/Invalid API Key, rate limit of 1/5sec applied', result: [{}] }).kind,
		'taken',
	);
	for (const message of ['NOTOK', 'Something went wrong', ''])
		t.not(judged({ status: '0', message, result: [] }).kind, 'taken', message);
	t.not(judged({ status: '0', message: 'No transactions found', result: null }).kind, 'taken');
	t.is(judged({ status: '1', message: 'OK', result: 'none' }).kind, 'damaged');
	t.is(judged({ status: '1', message: 'OK' }).kind, 'damaged');
	t.is(judged({ jsonrpc: '2.0', id: 1, result: [] }).kind, 'damaged');
});

test('each refusal is what its words say', (t) => {
	for (const [words, kind] of [
		['Max rate limit reached, please use API Key for higher rate limit', 'rate-limited'],
		['Max calls per sec rate limit reached (3/sec)', 'rate-limited'],
		['Max daily rate limit reached. 100000 (100%) of 100000 day/limit', 'rate-limited'],
		['Too many invalid api key attempts, please try again later', 'rate-limited'],
		['Invalid API Key', 'denied'],
		['Missing/Invalid API Key', 'denied'],
		['Free API access is not supported for this chain. Please upgrade your api plan', 'denied'],
		['Sorry, it looks like you are trying to access an API Pro endpoint. Contact us to upgrade to API Pro.', 'denied'],
		['Result window is too large, PageNo x Offset size must be less than or equal to 10000', 'range-refused'],
		['Query Timeout occured. Please select a smaller result dataset', 'range-refused'],
		['Unexpected err, timeout occurred or server too busy. Please try again later', 'unreachable'],
		['Missing or unsupported chainid parameter (required for v2 api), please see chainlist', 'unable'],
		['Error! Missing Or invalid Action name', 'unable'],
		['You are using a deprecated V1 endpoint, switch to Etherscan API V2', 'unable'],
		['Error! Invalid address format', 'refused'],
		['words that nobody has heard of', 'unreachable'],
	] as const)
		t.is(notOk(words).kind, kind, words);
	// Some put the words into the message.
	const message = 'Query Timeout occured. Please select a smaller result dataset';
	t.is(judged({ status: '0', message, result: null }).kind, 'range-refused');
	// Blockscout, of blocks whose traces it has not looked at yet: rows may be missing.
	const indexing = 'Some internal transactions within this block range have not yet been processed';
	t.is(judged({ status: '2', message: indexing, result: [] }).kind, 'unreachable');
	t.is(judged({ status: '2', message: indexing, result: [{}] }).kind, 'unreachable');
});

test('a quota of the day is waited for by nobody, a lock of a key half a minute', (t) => {
	t.like(notOk('Max daily rate limit reached'), { waitMs: 86_400_000 });
	t.like(notOk('Too many invalid api key attempts, please try again later'), { waitMs: 30_000 });
});

test('what is no answer of the API is told by its status, or damaged', (t) => {
	t.is(judged('', 502).kind, 'unreachable');
	t.is(judged('<html>busy</html>', 503).kind, 'unreachable');
	t.is(judged('slow down', 429).kind, 'rate-limited');
	t.is(judged('<html>busy</html>').kind, 'damaged');
	t.is(judged('{"status":"1","message":"OK","resu').kind, 'damaged');
	t.is(judged('[]').kind, 'damaged');
	t.is(judged('').kind, 'damaged');
	t.is(judged({ status: '0', message: 'NOTOK', result: 'Invalid API Key' }, 403).kind, 'denied');
	const odd = listJudge(() => {
		throw new DamagedAnswer('block 7 is not within 8 to 9');
	});
	const rows = JSON.stringify({ status: '1', message: 'OK', result: [{}] });
	t.deepEqual(odd(200, rows, none), { kind: 'damaged', detail: 'block 7 is not within 8 to 9' });
});

test('a value comes in the form of the API or of JSON-RPC, and so do refusals of it', (t) => {
	const judge = valueJudge((result) => (/^0x/.test(String(result)) ? '' : 'no number'));
	const kind = (body: unknown) => judge(200, JSON.stringify(body), none).kind;
	t.is(kind({ jsonrpc: '2.0', id: 83, result: '0x1' }), 'taken');
	t.is(kind({ status: '1', message: 'OK', result: '0x1' }), 'taken');
	t.is(kind({ jsonrpc: '2.0', id: 1, result: null }), 'damaged');
	t.is(kind({ jsonrpc: '2.0', id: 1 }), 'damaged');
	t.is(kind({ jsonrpc: '2.0', id: 1, error: { code: -32000, message: 'server too busy' } }), 'unreachable');
	t.is(kind({ status: '0', message: 'NOTOK', result: 'Max rate limit reached' }), 'rate-limited');
});
