/** A row of 银行任务信息. */
import { isQueryFailure } from './bank-words.ts';
import type { Fate } from './batches.ts';
import type { Row } from './row.ts';
import type { TableLayout } from './table-rows.ts';

type Field = 'task' | 'bank' | 'subject' | 'sent' | 'answered' | 'result';

export const TASK_LAYOUT: TableLayout<Field> = {
	columns: {
		task: ['任务流水号'],
		bank: ['银行名称'],
		subject: ['证账号码', '账卡号'],
		sent: ['发送时间'],
		answered: ['反馈时间'],
		result: ['反馈结果', '查询反馈结果'],
	},
	required: ['task', 'subject', 'sent', 'result'],
};

/** Which question a bank answered, and which it did not: never a movement of money. */
export function taskFate(row: Row<Field>): Fate {
	const failed = isQueryFailure(row.text('result')) || /失败|未反馈|超时|无反馈/.test(row.text('result'));
	return { skip: failed || row.text('result') === '' ? 'query-failed' : 'not-a-transfer' };
}
