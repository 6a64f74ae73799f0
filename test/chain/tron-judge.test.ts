import test from 'ava';
import { Damage } from '../../src/sources/chains/tron/damage.ts';
import { tronJudge } from '../../src/sources/chains/tron/judge.ts';
import { SUSPENDED, SUSPENDED_NODE } from './tron-server.ts';

const judge = tronJudge((text) => {
	if (!text.includes('"data"')) throw new Damage('no list of rows');
});

/** Bodies in the words of TronGrid and of java-tron. */
const ANSWERS: readonly (readonly [status: number, body: string, kind: string, waitMs?: number])[] = [
	[200, '{"data":[],"success":true,"meta":{"page_size":0}}', 'taken'],
	[403, SUSPENDED, 'rate-limited', 3000],
	[403, SUSPENDED_NODE, 'rate-limited', 2000],
	[200, SUSPENDED_NODE, 'rate-limited', 2000],
	[
		503,
		'{"Error":"The key exceeds the frequency limit(20), and the query server is suspended for 30s"}',
		'rate-limited',
		30_000,
	],
	[429, '', 'rate-limited'],
	[429, '<html>Too Many Requests</html>', 'rate-limited'],
	[403, '{"Error":"ApiKey not exists"}', 'denied'],
	[401, '{"Error":"ApiKey invalid"}', 'denied'],
	[
		400,
		'{"success":false,"error":"Invalid query filter(s)!: [fingerprint does not match current set of params]","statusCode":400}',
		'refused',
	],
	[400, '{"success":false,"error":"A valid account address is required.","statusCode":400}', 'refused'],
	[200, '{"Error":"class java.lang.NumberFormatException : For input string"}', 'refused'],
	[404, '{"success":false,"error":"Not found","statusCode":404}', 'unable'],
	[405, 'Method not allowed', 'unable'],
	[500, '{"success":false,"error":"internal","statusCode":500}', 'unreachable'],
	[503, '', 'unreachable'],
	[200, '{"success":false,"error":"upstream is not there"}', 'unreachable'],
	[200, '{"data":[', 'damaged'],
	[200, '', 'damaged'],
	[200, '<html></html>', 'damaged'],
	[200, '{}', 'damaged'],
];

for (const [status, body, kind, waitMs] of ANSWERS) {
	test(`HTTP ${status} ${body.slice(0, 60)}: ${kind}`, (t) => {
		const verdict = judge(status, body, () => '');
		t.is(verdict.kind, kind as typeof verdict.kind);
		t.is('waitMs' in verdict ? verdict.waitMs : undefined, waitMs);
	});
}
