import type { WorkbookWords } from './words-workbook-zh.ts';

/** Words of the workbook in English. */
export const workbookEn: WorkbookWords = {
	contents: 'Contents',
	subtitle:
		'Fund analysis (an aid): facts as recorded, no judgment. Inferred links and what a tracing rule assumes are marked as such; no rule says that money is identical.',
	guide:
		'Click a name to go to its sheet, a title to come back. Underlined figures of schedules 4 and 17 are formulas: a click leads to the transfers under them (schedule 4-2), each with file, sheet, row and checksum.',
	guideTotals:
		'Totals are formulas and follow the data; the filtered total counts only rows that a filter leaves. Different assets or statuses are never added.',
	cover: (level, names, run, program) => `Version: ${level}; names: ${names}; run: ${run}; program: ${program}`,
	names: { full: 'in full', masked: 'masked' },
	part: (title) => `This workbook holds only: ${title}`,
	cutOff: 'Data up to',
	total: 'Total',
	filtered: 'Filtered total',
	cut: '… (longer than a cell holds; whole in the CSV schedule)',
	pages: 'page &P of &N',
	heads: { sheet: 'Schedule', meaning: 'What it holds', rows: 'Rows', of: 'Total of', sum: 'Total' },
	checks: {
		title: 'Checks',
		left: 'A',
		right: 'B',
		difference: 'Difference',
		inflow: 'Inflow from outside (A) = kept in schedule 4, operating costs included, + unresolved (B) (CNY)',
		transfers: 'Transfers after merging (A) = rows of schedule 3 + schedule 5-2 (B)',
		evidence: 'Rows of evidence (A) = read + passed over + unreadable of schedule 6 (B)',
	},
	meanings: {
		'people-accounts': 'Who holds which account, and on whose word',
		'party-flows':
			'Dealings between parties, count and amount; the number is the #n of the chart. Money handed down counts at each level: levels do not add up to a total of the case',
		transfers: 'Every transfer that is counted, with every row it rests on',
		'each-person':
			'What each person received, passed on and kept, column by column. The same money counts at each level: received and passed on do not add up to a total of the case',
		'person-rows': 'The transfers under every figure of schedule 4, by person; one may count in several columns',
		'kept-apart': 'Transfers and rows that are not counted, and why',
		'excluded-transfers': 'Every transfer that is kept apart, and why',
		'evidence-list': 'Evidence with its checksums',
		parameters: 'Terms, settings and conservation',
		commissions: 'Commissions, and payouts that may hold one; only documented ones are counted',
		'cash-outs': 'Coins matched to yuan, with what was not accepted or found no match',
		work: 'Calls, hours, checks and leads; in no amount',
		testimony: 'What people said on record; in no figure',
		measures: 'Frozen, seized, surrendered, paid back; netted with nothing',
		merging: 'What several kinds of evidence tell of together',
		policies: 'The same money under every tracing rule, side by side',
		hierarchy: 'Superiors and roles as payments show them; proposals are in no figure',
		'lead-days': 'Hours, calls, leads and commission by person and day',
		'expected-pay': 'Pay as the rules would have it, beside what was received; a check only',
		'lead-rates': 'What was paid for a lead from when until when',
		bounds: 'Least and most of received, passed on and kept, and the evidence that is missing',
		sensitivity: 'Figures that move when what nobody can know is taken otherwise',
		requests: 'What should be asked for',
		'chain-receipts': 'Every question to a chain and its outcome',
		'balance-sheet':
			'Inflow, cash-outs, wages, commissions, operating costs, unresolved: by case, core member, group, month',
		'pay-days': 'Hours, leads and pay by person and day, with the transfers',
		nicknames: 'Whom nicknames mean and what code words stand for, and on whose word',
		yardsticks: 'Amounts and counts of each person beside those that the law names; no charge is chosen',
		'yardstick-rules':
			'The rules that figures are held against, when each is in force, and whether its text was verified',
	},
};
