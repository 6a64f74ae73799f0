import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { seededNumbers } from './random.ts';

const HEADER =
	'用户ID\t交易单号\t大单号\t用户侧账号名称\t借贷类型\t交易业务类型\t交易用途类型\t交易时间\t交易金额(分)\t账户余额(分)\t' +
	'用户银行卡号\t用户侧网银联单号\t网联/银联\t第三方账户名称\t对手方ID\t对手侧账户名称\t对手方银行卡号\t对手侧银行名称\t' +
	'对手侧网银联单号\t网联/银联\t基金公司信息\t间联/非间联交易\t第三方账户名称\t对手方接收时间\t对手方接收金额(分)\t备注1\t备注2\n';

const START = Date.UTC(2023, 0, 1);
const MEMOS = ['', '', '', '今日结算', '备用金', '谢谢', '午饭AA'];

/**
 * Writes a TenpayTrades file of `rows` rows, about 250 bytes each, seeded: the same seed gives the same bytes. One row in
 * six is a share of a red packet of three, one in twenty a withdrawal to a card.
 *
 * @returns bytes written
 */
export async function writeTenpayFile(path: string, rows: number, seed: number): Promise<number> {
	const out = createWriteStream(path);
	const random = seededNumbers(seed);
	let bytes = 0;
	let block = HEADER;
	const flush = async () => {
		const buffer = Buffer.from(block, 'utf8');
		bytes += buffer.length;
		if (!out.write(buffer)) await once(out, 'drain');
		block = '';
	};
	for (let i = 0; i < rows; i++) {
		block += line(i, random);
		if (block.length > 1 << 20) await flush();
	}
	await flush();
	out.end();
	await once(out, 'finish');
	return bytes;
}

function line(i: number, random: () => number): string {
	const packet = i % 18 < 3;
	const shared = packet ? i - (i % 18) : i;
	const withdrawal = i % 20 === 19;
	const out = packet || withdrawal || random() < 0.6;
	const other = Math.floor(random() ** 3 * 200_000);
	const cents = (1 + Math.floor(random() * 500)) * 100;
	const share = packet ? cents : withdrawal ? cents - 10 : cents;
	const amount = packet ? 100_000 + (shared % 7) * 100 : cents;
	const time = timeText(START + shared * 23_000);
	const order = `100003980123${String(20230101 + (shared % 90)).padStart(8, '0')}${String(shared).padStart(12, '0')}`;
	const note = packet ? '微信红包' : withdrawal ? '' : '微信转账';
	return `${[
		'wxid_b3nchm4rk000001',
		order,
		`1000039901${String(shared).padStart(18, '0')}`,
		'甲某某',
		out ? '出' : '入',
		'余额支付',
		withdrawal ? '提现' : '转账',
		time,
		amount,
		500_000 + ((i * 37) % 100_000),
		withdrawal ? '6222020200112233445' : '',
		'',
		'',
		'',
		withdrawal ? '' : `wxid_${String(other).padStart(10, 'k')}x7q`,
		withdrawal ? '' : `对手${other}`,
		'',
		'',
		'',
		'',
		'',
		'非间连交易',
		'',
		time,
		share,
		note,
		MEMOS[Math.floor(random() * MEMOS.length)],
	].join('\t')}\n`;
}

function timeText(instant: number): string {
	return new Date(instant).toISOString().slice(0, 19).replace('T', ' ');
}
