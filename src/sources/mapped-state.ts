/** What the status column of a mapped table says: by the mapping's words, else by those that such tables use. */
import type { RecordState } from '../ledger/record.ts';
import type { ExchangeOrder } from '../ledger/statement.ts';
import { bankState } from './bank-words.ts';
import type { MappedField, Mapping } from './mapping.ts';
import type { Row } from './row.ts';

const DONE: ReadonlySet<string> = new Set([
	'完成',
	'已完成',
	'交易完成',
	'已到账',
	'到账',
	'已放币',
	'已成交',
	'completed',
	'complete',
	'done',
	'successful',
]);
const CANCELLED: ReadonlySet<string> = new Set([
	'取消',
	'已取消',
	'撤销',
	'已撤销',
	'已关闭',
	'交易关闭',
	'超时取消',
	'系统取消',
	'买家取消',
	'卖家取消',
	'cancelled',
	'canceled',
]);

/** A row of a table without a status column happened. */
export function mappedState(row: Row<MappedField>, { doneWords }: Mapping): RecordState {
	if (!row.has('status')) return 'done';
	const word = row.text('status');
	if (doneWords) return doneWords.includes(word) ? 'done' : 'failed';
	if (word === '') return 'open';
	if (DONE.has(word.toLowerCase())) return 'done';
	return CANCELLED.has(word.toLowerCase()) ? 'closed' : bankState(word);
}

/** Whether coins and yuan changed hands. What failed was called off as well. */
export function orderState(
	row: Row<MappedField>,
	{ doneWords, cancelledWords, ...mapping }: Mapping,
): ExchangeOrder['state'] {
	if (!row.has('status')) return 'done';
	const word = row.text('status');
	if (word === '') return 'open';
	if (doneWords?.includes(word)) return 'done';
	if (cancelledWords) {
		if (cancelledWords.includes(word)) return 'cancelled';
		if (doneWords) return 'open';
	}
	const usual = mappedState(row, mapping);
	if (usual === 'failed' || usual === 'closed') return 'cancelled';
	return doneWords ? 'open' : usual;
}
