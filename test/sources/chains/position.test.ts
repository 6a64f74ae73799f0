import test from 'ava';
import { answersOf, outcomeOf } from '../../../src/sources/chains/outcome.ts';
import { UnplacedPositions } from '../../../src/sources/chains/position.ts';

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

test('what stood in the way is an outcome, and each answer has its hash', (t) => {
	t.is(outcomeOf({ kind: 'budget' }), 'cut');
	t.is(outcomeOf({ kind: 'rate-limited' }), 'rate-limited');
	t.deepEqual(answersOf([{ text: 'abc' }]), ['ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad']);
});
