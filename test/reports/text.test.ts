import test from 'ava';
import { assetNames } from '../../src/reports/asset-names.ts';
import { maskAccount } from '../../src/reports/mask.ts';
import { maskIdentity } from '../../src/reports/masking/shapes.ts';
import { clip, textWidth, wrap } from '../../src/reports/text-width.ts';
import { visible } from '../../src/reports/visible.ts';

test('an identity number keeps its first 3 and last 4 characters', (t) => {
	t.is(maskIdentity('310101199003071234'), '310***********1234');
	t.is(maskIdentity('E12345678'), 'E*******8');
	t.is(maskIdentity('1234567'), '*******');
	t.is(maskIdentity(''), '');
});

test('an account keeps 4 and 4; a short one 2 and 2; other text stays', (t) => {
	t.deepEqual(maskAccount('bank:6222021234567890'), { network: 'bank', handle: '6222…7890' });
	t.deepEqual(maskAccount('qq:100012'), { network: 'qq', handle: '10**12' });
	t.deepEqual(maskAccount('tron:@fee'), { network: 'tron', handle: '@fee' });
	t.deepEqual(maskAccount('qq:1001'), { network: 'qq', handle: '****' });
	t.deepEqual(maskAccount('某交易所'), { network: '', handle: '某交易所' });
});

test('characters that steer the eye are shown', (t) => {
	t.is(visible('a\u202eb\u200bc\u0007d\ufeff'), 'a‹U+202E›b‹U+200B›c‹U+0007›d‹U+FEFF›');
	t.is(visible('张三 ★ 😀 é'), '张三 ★ 😀 é');
	t.is(visible('\ud800x'), '‹U+D800›x');
	t.is(visible('\u{e0041}'), '‹U+E0041›');
});

test('East Asian characters are one em wide, Latin ones less', (t) => {
	t.is(textWidth('资金流向', 10), 40);
	t.true(textWidth('2023-03-01', 10) < 60);
	t.is(textWidth('', 10), 0);
});

test('clipped text is no wider than asked', (t) => {
	t.is(clip('张三', 10, 20), '张三');
	t.is(clip('欧阳某某', 10, 30), '欧阳…');
});

test('wrapped lines are no wider than asked, break between Chinese characters and at spaces, and lose nothing', (t) => {
	const text = '折叠：每一付款方下同一角色至多画8框，余并入“其他n人”。Every word stays whole here.';
	const lines = wrap(text, 10, 120);
	t.is(lines.join('').replaceAll(' ', ''), text.replaceAll(' ', ''));
	t.true(lines.every((line) => textWidth(line, 10) <= 130));
	t.false(lines.some((line) => /^[，。]/.test(line)));
});

test('two assets never have one name: the network tells them apart, on one network the contract', (t) => {
	const asset = (id: string, symbol: string) => ({ id, symbol, decimals: 6 });
	const assets = [
		asset('tron:Ta', 'USDT'),
		asset('tron:Tb', 'USDT'),
		asset('eth:0x1', 'USDT'),
		asset('tron:coin', 'TRX'),
	];
	const names = assetNames(assets, (symbol, network) => `${symbol} (${network})`);
	t.deepEqual([...names.values()], ['USDT (tron) tron:Ta', 'USDT (tron) tron:Tb', 'USDT (eth)', 'TRX']);
});
