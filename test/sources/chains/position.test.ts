import test from 'ava';
import { UnplacedPositions } from '../../../src/sources/chains/position.ts';
import { answersOf, outcomeOf, sealed } from '../../../src/sources/chains/sealed.ts';

const row = { transaction: '0x01', asset: 'eth:0xT', from: 'eth:0xA', to: 'eth:0xB', amount: 5n };

test('equal rows of one transaction are numbered, others have the same position in every history', (t) => {
	const payer = new UnplacedPositions();
	t.is(payer.next(row), 'transfer eth:0xT eth:0xA eth:0xB 5 #1');
	t.is(payer.next({ ...row, to: 'eth:0xC' }), 'transfer eth:0xT eth:0xA eth:0xC 5 #1');
	t.is(payer.next(row), 'transfer eth:0xT eth:0xA eth:0xB 5 #2');
	t.is(payer.next({ ...row, transaction: '0x02' }), 'transfer eth:0xT eth:0xA eth:0xB 5 #1');
	const payee = new UnplacedPositions();
	t.deepEqual(
		[payee.next(row), payee.next(row)],
		[1, 2].map((number) => `transfer eth:0xT eth:0xA eth:0xB 5 #${number}`),
	);
});

test('the id of a receipt is over all that it says, in whatever order it was said', (t) => {
	const said = {
		account: 'eth:0xA',
		chain: 'eth',
		history: 'tokens',
		tokens: [],
		query: 'tokentx',
		endpoint: 'http://a.example/api',
		unit: 'block',
		from: 1,
		until: 9,
		fromInstant: 1000,
		untilInstant: 9000,
		latest: 20,
		final: 10,
		provisional: false,
		cursor: '',
		answers: answersOf([{ ask: { path: '' }, text: 'answer', endpoint: 'http://a.example/api' }]),
		records: 0,
		decimals: { b: 1, a: 2 },
		outcome: 'empty',
		reason: '',
		askedAt: 5,
	} as const;
	const { id } = sealed(said);
	t.regex(id, /^x[0-9a-f]{24}$/);
	const { askedAt, ...rest } = said;
	t.is(sealed({ askedAt, ...rest, decimals: { a: 2, b: 1 } }).id, id);
	t.not(sealed({ ...said, until: 8 }).id, id);
	t.not(sealed({ ...said, untilHash: '0x1' }).id, id);
	t.is(outcomeOf({ kind: 'budget' }), 'cut');
	t.is(outcomeOf({ kind: 'rate-limited' }), 'rate-limited');
});
