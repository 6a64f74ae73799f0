import type { Source } from './contract.ts';
import { type OrderedTable, readOrdered } from './ordered-table.ts';
import { firmOfFile } from './payment-institution-firm.ts';
import { PaymentPackets } from './payment-institution-packets.ts';
import { PAYMENT_LAYOUT, type PaymentField, paymentRecord } from './payment-institution-record.ts';
import { claimOn, findTables } from './table-rows.ts';

/** 支付机构 查控反馈: the common table in which payment firms answer the police, WeChat and Alipay alike. */
export const paymentInstitution: Source = {
	id: 'payment-institution',
	version: 1,
	identify(sample) {
		const [found] = findTables(sample, PAYMENT_LAYOUT);
		return found && claimOn(found, 90);
	},
	read: (file, { offsetMinutes }) => readOrdered(file, tableOf(offsetMinutes)),
};

function tableOf(offsetMinutes: number): OrderedTable<PaymentField> {
	return {
		...PAYMENT_LAYOUT,
		instantOf: (row) => row.moment('time', offsetMinutes).instant,
		reader: (_file, preamble, sample) => {
			const firm = firmOfFile(sample, preamble);
			const packets = new PaymentPackets();
			const packetOf = (order: string) => packets.of(order);
			return {
				seen: (rows) => packets.add(rows),
				read: (row, sequence) => ({ records: [paymentRecord(row, { firm, sequence, offsetMinutes, packetOf })] }),
			};
		},
	};
}
