import test from 'ava';
import { alipayTradeRecords } from '../../src/sources/alipay-trade-records.ts';
import { sourceContract } from './contract.ts';
import { faults, readLines } from './written.ts';

sourceContract(test, alipayTradeRecords, 'datasets/samples/alipay-trade-records');

test('buyer and seller are who their numbers say, or what stands beside them', async (t) => {
	const header =
		'交易号,外部交易号,交易状态,合作伙伴ID,买家用户id,买家信息,卖家用户id,卖家信息,交易金额（元）,收款时间,最后修改时间,创建时间,交易类型,来源地,商品名称,收货人地址,对应的协查数据';
	const rest = '12.00,null,null,2023-03-06 14:00:00,支付宝担保交易,,铅笔,,';
	const said = await readLines(alipayTradeRecords, header, [
		`N1,M1,交易成功,,2088000000000011,样甲,null,2088000000000033(样丙),${rest}`,
		`N2,M2,交易成功,,null,某个买家,2088000000000033,null,${rest}`,
		`N3,M3,交易成功,,2.088E+15,样甲,2088000000000033,样丙,${rest}`,
	]);
	t.deepEqual(
		said.records.map(({ from, to }) => [from.account, from.name, to.account, to.name]),
		[
			['alipay:2088000000000011', '样甲', 'alipay:2088000000000033', '样丙'],
			['nick:alipay:2088000000000033/某个买家', '某个买家', 'alipay:2088000000000033', undefined],
		],
	);
	t.deepEqual(faults(said), ['account 买家用户id']);
});
