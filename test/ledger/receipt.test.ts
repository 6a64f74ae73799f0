import test from 'ava';
import { type Receipt, sealReceipt } from '../../src/ledger/receipt.ts';

const SAID: Omit<Receipt, 'id'> = {
	account: 'eth:0x0000000000000000000000000000000000000001',
	chain: 'eth',
	history: 'tokens',
	tokens: [],
	query: 'eth_getLogs',
	endpoint: 'https://node.example',
	unit: 'block',
	from: 1,
	until: 9,
	fromInstant: 0,
	untilInstant: 8000,
	latest: 12,
	final: 9,
	provisional: false,
	cursor: '',
	answers: ['ab'],
	records: 1,
	decimals: { 'eth:b': 6, 'eth:a': 18 },
	outcome: 'complete',
	reason: '',
	askedAt: 10_000,
};

test('a receipt has one id, whatever the order of its keys, and another one for anything else that it says', (t) => {
	const { id } = sealReceipt(SAID);
	t.regex(id, /^x[0-9a-f]{24}$/);
	const turned = Object.fromEntries(Object.entries(SAID).reverse()) as unknown as Omit<Receipt, 'id'>;
	t.is(sealReceipt({ ...turned, decimals: { 'eth:a': 18, 'eth:b': 6 } }).id, id);
	t.is(sealReceipt(sealReceipt(SAID)).id, id);
	for (const other of [{ until: 10 }, { answers: ['ac'] }, { untilHash: '0x1' }, { decimals: { 'eth:a': 6 } }])
		t.not(sealReceipt({ ...SAID, ...other }).id, id);
});
