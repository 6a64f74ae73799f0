import test from 'ava';
import * as fc from 'fast-check';
import { utils as tronweb } from 'tronweb';
import { isTronAddress, tronAddress } from '../../src/ledger/tron-address.ts';

const hex = fc
	.uint8Array({ minLength: 20, maxLength: 20 })
	.map((bytes) => Buffer.from(bytes).toString('hex'))
	.chain((digits) => fc.constantFrom(digits, digits.toUpperCase(), `${'0'.repeat(20)}${digits.slice(20)}`));

test('property: TronWeb writes the same address of the same bytes, and both take it', (t) => {
	const same = fc.property(hex, (digits) => {
		const address = tronAddress(digits);
		t.is(address, tronweb.address.fromHex(`41${digits}`));
		t.true(isTronAddress(address));
	});
	fc.assert(same, { seed: 1, numRuns: 100 });
});

test('property: of an address with one character changed or two swapped, TronWeb thinks the same', (t) => {
	const alphabet = [...'123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'];
	const place = fc.integer({ min: 1, max: 33 });
	const same = fc.property(hex, place, place, fc.option(fc.constantFrom(...alphabet)), (digits, at, other, letter) => {
		const letters = [...tronAddress(digits)];
		[letters[at], letters[other]] = [letter ?? letters[other] ?? '', letters[at] ?? ''];
		const text = letters.join('');
		t.is(isTronAddress(text), tronweb.crypto.isAddressValid(text), text);
	});
	fc.assert(same, { seed: 1, numRuns: 100 });
});

test('an address of another prefix, or one too large for 25 bytes, is none', (t) => {
	for (const text of ['1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2', 'T'.padEnd(34, 'z'), 'z'.repeat(34)]) {
		t.false(isTronAddress(text), text);
		t.false(tronweb.crypto.isAddressValid(text), text);
	}
});
