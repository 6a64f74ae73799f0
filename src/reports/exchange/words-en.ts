import type { ExchangeWords } from './words-zh.ts';

export const en: ExchangeWords = {
	file: 'flow-of-money',
	provenance: 'financial analysis',
	unknownHolder: (account) => `unknown holder of ${account}`,
	holds: 'holds',
	conversion: 'exchange of coins and yuan (inferred)',
	rate: 'rate',
	amount: 'amount',
	asset: 'asset',
	kind: 'kind',
	certainty: 'certainty',
	grade: 'grade',
	order: 'order number',
	memo: 'memo',
	evidence: 'rows',
	account: 'account',
	role: 'role',
	group: 'group',
	person: 'person',
	other: 'other party',
	unknown: 'unknown',
	wallet: 'wallet',
	bank: 'bank account',
	user: 'payment account',
	about:
		'From a financial analysis; facts of records alone, nothing that follows from a tracing policy. Schedule 5 lists what is kept apart. In rows, F and a number stand for a file of schedule 6.',
};
