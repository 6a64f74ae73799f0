import test from 'ava';
import { payMessage } from '../../src/sources/appmsg.ts';
import { appmsgXml } from '../../src/sources/appmsg-xml.ts';
import { memoryFile } from '../../src/sources/evidence-file.ts';
import { RowFault } from '../../src/sources/row-fault.ts';
import { sampleOf } from '../../src/sources/sample.ts';
import { HINTS, sourceContract } from './contract.ts';
import { gather } from './gathered.ts';

sourceContract(test, appmsgXml, 'datasets/samples/appmsg-xml', { tabular: false });

const message = (type: string, pay: string) =>
	`<msg><appmsg><des>收到转账9.99元</des><type>${type}</type><wcpayinfo>${pay}</wcpayinfo></appmsg></msg>`;

async function read(...messages: string[]) {
	return gather(appmsgXml.read(memoryFile('a.xml', Buffer.from(messages.join('\n'))), HINTS));
}

test('the amount is feedesc, never the constant text beside it', (t) => {
	t.like(payMessage(message('2000', '<feedesc><![CDATA[￥5.00]]></feedesc>')), { kind: 'transfer', feedesc: '￥5.00' });
	t.like(payMessage(message('2000', '')), { feedesc: '' });
});

test('other messages, messages cut off and hostile XML are no payments', (t) => {
	for (const xml of [
		message('5', '<feedesc>￥5.00</feedesc>'),
		message('2000', '<feedesc>￥5.00</feedesc>').slice(0, -6),
		'<msg>…</msg>',
		'',
		`<!DOCTYPE x [<!ENTITY a "￥9.00">]>${message('2000', '<feedesc>&a;</feedesc>')}`.slice(0, 60),
	])
		t.is(payMessage(xml), undefined, xml.slice(0, 80));
	const deep = `<msg>${'<a>'.repeat(50_000)}`;
	t.is(t.throws(() => payMessage(deep), { instanceOf: RowFault })?.reason, 'value');
	const entity = `<!DOCTYPE x [<!ENTITY a "9">]>${message('2000', '<feedesc>￥&a;.00</feedesc>')}`;
	t.is(payMessage(entity)?.feedesc, '￥&a;.00');
});

test('a packet has no amount, and no time but the day in its number', async (t) => {
	const packet = (sendid: string) => message('2001', `<nativeurl>wxpay://x?sendid=${sendid}&amp;ver=6</nativeurl>`);
	const { records, rejected } = await read(
		packet('1000039501202408140123456789'),
		packet('1000039501202402300123456789'),
		packet('1000039501202408140123456789123'),
		message('2001', ''),
	);
	t.deepEqual(
		records.map(({ amount, moment, keys }) => [amount, moment.text, moment.precision, keys.parent]),
		[[undefined, '20240814', 'day', '1000039501202408140123456789']],
	);
	t.deepEqual(
		rejected.map(({ reason }) => reason),
		['time', 'time', 'time'],
	);
});

test('a transfer without time, and words between the messages', async (t) => {
	const { rejected, skipped } = await read('某人保存', message('2000', '<feedesc>￥5.00</feedesc>'), message('5', ''));
	t.deepEqual(
		rejected.map(({ row, reason }) => [row, reason]),
		[
			[1, 'columns'],
			[2, 'time'],
		],
	);
	t.deepEqual(skipped, { 'not-a-transfer': 1 });
});

test('other XML is not claimed', async (t) => {
	for (const text of [message('5', ''), '<msgs><appmsg/></msgs>', '<x>2000</x>'])
		t.is(appmsgXml.identify(await sampleOf(memoryFile('a', Buffer.from(text))), HINTS), undefined);
});
