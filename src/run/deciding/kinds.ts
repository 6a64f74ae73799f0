import type { Kind } from '../../payroll/types.ts';

/** What a person may call a transfer. Seeds, cash-outs and own moves follow from accounts and links, not from a word. */
export const DECIDABLE_KINDS = [
	'wage',
	'commission',
	'wage-and-commission',
	'bonus',
	'funding',
	'return-by-payee',
	'refund',
	'loan',
	'repayment',
	'between-peers',
	'family',
	'operating-cost',
	'private',
	'open',
] as const satisfies readonly Kind[];
