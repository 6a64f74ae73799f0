import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

const START = Date.UTC(2023, 0, 1);
const ACCOUNTS = 20_000;

/** A layout whose rows can be written by the million; the same row number gives the same row. */
export interface Layout {
	readonly name: string;
	/** Everything before the first row. */
	readonly head: string;
	/** Lines of it before the header. */
	readonly skip: number;
	readonly row: (i: number) => string;
}

/** Invented rows in the layouts that are read most, beside the Tenpay return. */
export const LAYOUTS: readonly Layout[] = [
	{
		name: 'wechat-bill.csv',
		skip: 3,
		head: [
			'微信支付账单明细',
			'微信昵称：[样甲]',
			'----------------------微信支付账单明细列表--------------------',
			'交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注',
			'',
		].join('\n'),
		row: (i) =>
			`${timeText(i)},转账,对手${i % ACCOUNTS},转账备注:今日结算,${i % 3 === 0 ? '收入' : '支出'},¥${1 + (i % 500)}.50,零钱,对方已收钱,"10000498012303${number(i)}"\t,"10000498022303${number(i)}"\t,"/"\n`,
	},
	{
		name: 'bank-flow.csv',
		skip: 0,
		head:
			'交易卡号,交易账号,账户开户名称,开户人证件号码,交易时间,交易金额,交易余额,收付标志,交易对手账卡号,现金标志,对手户名,对手身份证号,对手开户银行,' +
			'摘要说明,交易币种,交易网点名称,交易网点代码,交易发生地,交易是否成功,传票号,终端号,IP地址,MAC地址,对手交易余额,交易流水号,日志号,凭证种类,凭证号,' +
			'交易柜员号,商户名称,商户号,备注,交易类型,查询反馈结果原因\n',
		row: (i) =>
			`6222020000000000011,1000000101,样甲,,${timeText(i)},${1 + (i % 900)}.25,${50_000 + (i % 1000)}.00,${i % 3 === 0 ? '进' : '出'},` +
			`62170000000${String(i % ACCOUNTS).padStart(8, '0')},否,对手${i % ACCOUNTS},,样例银行,转账,CNY,,,,成功,,,,,,SN${number(i)},,,,,,,,跨行转账,\n`,
	},
	{
		name: 'token-transfers.csv',
		skip: 0,
		head: '"Transaction Hash","Blockno","UnixTimestamp","DateTime (UTC)","From","To","TokenValue","USDValueDayOfTx","ContractAddress","TokenName","TokenSymbol"\n',
		row: (i) =>
			`"0x${hex(i, 64)}","${16_000_000 + i}","${(START + i * 12_000) / 1000}","${timeText(i)}","0x${hex(i % ACCOUNTS, 40)}","0x${hex((i * 7 + 1) % ACCOUNTS, 40)}",` +
			`"${1 + (i % 9000)}.5","","0xdac17f958d2ee523a2206206994597c13d831ec7","Tether USD","USDT"\n`,
	},
];

/** @returns bytes written */
export async function writeLayout(path: string, { head, row }: Layout, rows: number): Promise<number> {
	const out = createWriteStream(path);
	let bytes = 0;
	let block = head;
	const flush = async () => {
		const buffer = Buffer.from(block, 'utf8');
		bytes += buffer.length;
		if (!out.write(buffer)) await once(out, 'drain');
		block = '';
	};
	for (let i = 0; i < rows; i++) {
		block += row(i);
		if (block.length > 1 << 20) await flush();
	}
	await flush();
	out.end();
	await once(out, 'finish');
	return bytes;
}

function timeText(i: number): string {
	return new Date(START + i * 12_000).toISOString().slice(0, 19).replace('T', ' ');
}

function number(i: number): string {
	return String(i).padStart(14, '0');
}

function hex(i: number, digits: number): string {
	return (i + 1).toString(16).padStart(digits, 'a');
}
