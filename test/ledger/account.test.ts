import test from 'ava';
import {
	accountOf,
	billAccount,
	isChain,
	nickAccount,
	parseAccount,
	readAccount,
	tenpayAccount,
	vagueness,
} from '../../src/ledger/account.ts';

const USDT = 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t';

test('TRON has one canonical form for its three spellings', (t) => {
	for (const text of [
		USDT,
		'41a614f803b6fd780986a42c78ec9c7f77e6ded13c',
		'0xa614f803b6fd780986a42c78ec9c7f77e6ded13c',
	]) {
		t.is(accountOf('tron', text), `tron:${USDT}`, text);
	}
});

test('a TRON address with a wrong checksum, another case or a mask is refused with the reason', (t) => {
	t.deepEqual(readAccount('tron', `${USDT.slice(0, -1)}u`), { ok: false, fault: 'checksum' });
	t.deepEqual(readAccount('tron', USDT.toLowerCase()), { ok: false, fault: 'malformed' });
	t.deepEqual(readAccount('tron', 'TR7N****Lj6t'), { ok: false, fault: 'masked' });
	t.deepEqual(readAccount('tron', ' '), { ok: false, fault: 'empty' });
});

test('any EVM network goes by its chain id, and one that has a name by the name alone', (t) => {
	const address = '0xdac17f958d2ee523a2206206994597c13d831ec7';
	t.is(accountOf('evm-31337', address), 'evm-31337:0xdAC17F958D2ee523a2206206994597C13D831ec7');
	t.deepEqual(parseAccount(`EVM-31337:${address}`), readAccount('evm-31337', address));
	t.true(isChain(`evm-31337:${address}`));
	for (const network of ['evm-1', 'evm-56', 'evm-0', 'evm-07', 'evm-x', 'evm'])
		t.false(isChain(`${network}:${address}`), network);
});

test('an EVM address is checksummed; mixed case must carry a right checksum', (t) => {
	const canonical = 'eth:0xdAC17F958D2ee523a2206206994597C13D831ec7';
	t.is(accountOf('eth', '0xdac17f958d2ee523a2206206994597c13d831ec7'), canonical);
	t.is(accountOf('eth', '0xdAC17F958D2ee523a2206206994597C13D831ec7'), canonical);
	t.deepEqual(readAccount('eth', '0xDac17F958D2ee523a2206206994597C13D831ec7'), { ok: false, fault: 'checksum' });
	t.deepEqual(readAccount('eth', '0x1429****7f855c'), { ok: false, fault: 'masked' });
});

test('a bare address or card is an account, a bare word is not', (t) => {
	t.deepEqual(parseAccount(USDT), { ok: true, account: `tron:${USDT}` });
	t.deepEqual(parseAccount('6222 0000-0000 0000 001'.replaceAll(/[ -]/g, '')), {
		ok: true,
		account: 'bank:6222000000000000001',
	});
	t.deepEqual(parseAccount('wechat:wxid_a'), { ok: true, account: 'wechat:wxid_a' });
	t.deepEqual(parseAccount('老王'), { ok: false, fault: 'malformed' });
});

test('cards lose spaces, hyphens and currency tails', (t) => {
	t.is(accountOf('bank', '9000-001 23'), 'bank:900000123');
	t.is(accountOf('bank', '622200001_156_1'), 'bank:622200001');
});

test('handles of the Tenpay ledger belong to WeChat, QQ or the firm', (t) => {
	t.is(tenpayAccount('wxid_a'), 'wechat:wxid_a');
	t.is(tenpayAccount('10001'), 'qq:10001');
	t.is(tenpayAccount('o1@wx.tenpay.com'), 'tenpay:o1@wx.tenpay.com');
	t.is(tenpayAccount(' '), undefined);
});

test('the vaguer an account, the less it can name a movement', (t) => {
	const bill = billAccount('abcdef0123456789');
	t.deepEqual(['wechat:a', bill, nickAccount(bill, '老王'), 'unknown:r1-to'].map(vagueness), [0, 1, 2, 3]);
	t.true(isChain('tron:x'));
	t.false(isChain('bank:1'));
});
