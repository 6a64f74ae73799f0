import test from 'ava';
import { mergeRecords } from '../../src/ledger/merge/merge.ts';
import type { LedgerRecord } from '../../src/ledger/record.ts';
import { appmsgXml } from '../../src/sources/appmsg-xml.ts';
import { bankFlow } from '../../src/sources/bank-flow.ts';
import type { Hints, Source } from '../../src/sources/contract.ts';
import { paymentInstitution } from '../../src/sources/payment-institution.ts';
import { tenpayTrades } from '../../src/sources/tenpay-trades.ts';
import { wechatBill } from '../../src/sources/wechat-bill.ts';
import { HINTS } from './contract.ts';
import { gather } from './gathered.ts';
import { textFile } from './written.ts';

/** One payment of 25 yuan from one account to another, drawn from the payer's card, told by everybody who can. */
const PAYER = 'wxid_pairs_payer01';
const PAYEE = 'wxid_pairs_payee01';
const CARD = '6222000000000007771';
const ORDER = '1000050001202303080000000000000077';
const TIME = '2023-03-08 20:00:00';

const TENPAY =
	'用户ID\t交易单号\t大单号\t用户侧账号名称\t借贷类型\t交易业务类型\t交易用途类型\t交易时间\t交易金额(分)\t账户余额(分)\t用户银行卡号\t' +
	'用户侧网银联单号\t对手方ID\t对手侧账户名称\t对手方接收时间\t对手方接收金额(分)\t备注1\t备注2';
const BILL = '交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注';
const FIRM =
	'序号,支付订单号,交易类型,支付类型,交易主体的出入账标识,交易时间,币种,交易金额,交易流水号,交易余额,收款方银行卡所属银行名称,' +
	'收款方银行卡所属银行卡号,收款方的支付帐号,收款方的商户名称,付款方银行卡所属银行名称,付款方银行卡所属银行卡号,付款方的支付帐号,交易支付设备ip,mac地址,备注';
const BANK =
	'交易卡号,交易账号,账户开户名称,交易时间,交易金额,交易余额,收付标志,交易对手账卡号,对手户名,摘要说明,交易币种,交易是否成功,交易流水号,备注';

interface Telling {
	readonly source: Source;
	readonly lines: readonly string[];
	readonly owner?: string;
}

const TELLINGS: Readonly<Record<string, Telling>> = {
	'the payer’s return': {
		source: tenpayTrades,
		lines: [
			TENPAY,
			[
				PAYER,
				ORDER,
				'',
				'样甲',
				'出',
				'',
				'转账',
				TIME,
				2500,
				0,
				CARD,
				'N77',
				PAYEE,
				'样乙',
				TIME,
				2500,
				'微信转账',
				'',
			].join('\t'),
		],
	},
	'the payee’s return': {
		source: tenpayTrades,
		lines: [
			TENPAY,
			[
				PAYEE,
				ORDER,
				'',
				'样乙',
				'入',
				'',
				'转账',
				TIME,
				2500,
				2500,
				'',
				'',
				PAYER,
				'样甲',
				'',
				'',
				'微信转账',
				'',
			].join('\t'),
		],
	},
	'the payer’s bill': {
		source: wechatBill,
		lines: [BILL, `${TIME},转账,样乙,,支出,¥25.00,样例银行(7771),对方已收钱,${ORDER},,`],
		owner: `wechat:${PAYER}`,
	},
	'the payee’s bill': {
		source: wechatBill,
		lines: [BILL, `2023-03-08 20:00:09,转账,样甲,,收入,¥25.00,零钱,已存入零钱,${ORDER},,`],
	},
	'the firm’s common table': {
		source: paymentInstitution,
		lines: [FIRM, `1,${ORDER},转账,快捷支付,出,${TIME},CNY,25.00,N77,,,,${PAYEE},,,${CARD},${PAYER},,,`],
	},
	'the chat message': {
		source: appmsgXml,
		lines: [
			`<msg><appmsg><type>2000</type><wcpayinfo><paysubtype>3</paysubtype><feedesc>￥25.00</feedesc><transcationid>${ORDER}</transcationid>` +
				`<begintransfertime>${Date.parse('2023-03-08T20:00:00+08:00') / 1000}</begintransfertime><payer_username>${PAYER}</payer_username>` +
				`<receiver_username>${PAYEE}</receiver_username></wcpayinfo></appmsg></msg>`,
		],
	},
};

/** The card's bank sees money go to the firm; only rows that name the card can be its other side. */
const MIRROR: Telling = {
	source: bankFlow,
	lines: [
		BANK,
		`${CARD},1,样甲,2023-03-08 20:00:02,25.00,100.00,出,,财付通支付科技有限公司,财付通-微信转账,CNY,成功,N77,`,
	],
};

async function told(name: string, { source, lines, owner }: Telling): Promise<readonly LedgerRecord[]> {
	const hints: Hints = owner === undefined ? HINTS : { ...HINTS, owner };
	const { records, rejected } = await gather(source.read(textFile(name, lines), hints));
	if (rejected.length > 0 || records.length !== 1) throw new Error(`${name}: ${JSON.stringify(rejected)}`);
	return records;
}

function merge(records: readonly LedgerRecord[]) {
	return mergeRecords({ records, assets: HINTS.assets, decisions: [] }).transfers;
}

const names = Object.keys(TELLINGS);
for (const [index, first] of names.entries()) {
	for (const second of names.slice(index + 1)) {
		test(`${first} and ${second} tell of one payment`, async (t) => {
			const both = [first, second].map((name) => told(name, TELLINGS[name] as Telling));
			const [one, ...others] = merge((await Promise.all(both)).flat());
			t.deepEqual(others, []);
			t.like(one, { amount: 2500n, exclusion: undefined, grade: 'one-ledger', certain: true });
			t.is(one?.records.length, 2);
		});
	}
}

for (const name of ['the payer’s return', 'the firm’s common table']) {
	test(`${name} and the bank's row of the card tell of one payment, by two institutions`, async (t) => {
		const records = [...(await told(name, TELLINGS[name] as Telling)), ...(await told('bank', MIRROR))];
		const [one, ...others] = merge(records);
		t.deepEqual(others, []);
		t.like(one, { amount: 2500n, grade: 'both-sides' });
	});
}

test('all of them together tell of one payment of 25 yuan, whatever their order', async (t) => {
	const all = [...Object.entries(TELLINGS), ['bank', MIRROR] as const];
	const records = (await Promise.all(all.map(([name, telling]) => told(name, telling)))).flat();
	for (const order of [records, records.toReversed()]) {
		const [one, ...others] = merge(order);
		t.deepEqual(others, []);
		t.like(one, { from: `wechat:${PAYER}`, to: `wechat:${PAYEE}`, amount: 2500n, grade: 'both-sides' });
		t.is(one?.records.length, 7);
	}
});
