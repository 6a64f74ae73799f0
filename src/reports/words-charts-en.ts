import type { ChartWords } from './words-charts-zh.ts';

/** See words-charts-zh.ts. */
export const chartsEn: ChartWords = {
	number: (number) => `Chart ${number}`,
	edition: 'Edition',
	see: (number) => `see chart ${number}`,
	crew: (role, count) => `${count} ${role}${count === 1 ? '' : 's'}`,
	crewOther: (count) => `${count} other${count === 1 ? '' : 's'}`,
	costBox: (count) => `${count} payee${count === 1 ? '' : 's'} of operating costs (chart 4)`,
	gradeMark: { inferred: 'inferred', stated: 'stated' },
	titles: {
		core: (name) => `flow of funds, ${name} (core member)`,
		group: (name, group) => `flow of funds, ${name}${group === '' ? '' : ` (${group})`}`,
		costs: 'operating costs and payments back upstream',
		sheet: (sheet, of) => `, sheet ${sheet} of ${of}`,
	},
	files: {
		core: 'core-member',
		group: 'group',
		costs: 'operating-costs-and-upstream',
	},
	outside: (sums) => `off this chart ${sums}`,
	purposes: (memos) => `notes: ${memos}`,
	notes: {
		figures: (name, figures) => `${name} (schedule 4): ${figures}; bounds in schedule 17.`,
		coins: (sums) => `coins from overseas ${sums}`,
		received: (amount) => `received ${amount}`,
		passedOn: (amount) => `passed on ${amount}`,
		kept: (amount) => `kept ${amount}`,
		operating: (amount) => `operating costs besides ${amount}`,
		sources: (files, rows) =>
			`Sources: ${files} files, ${rows} rows (schedule 6); each row in schedule 3; #n is the number in schedule 2.`,
		outside: '"Off this chart" sums dealings with others; "see chart" names the chart that draws them.',
		idle: (count, names, more) =>
			`${count} more people of this group have no dealing on this chart: ${names}${more > 0 ? ` and ${more} more (schedule 1)` : ''}.`,
		teams: (boxes, members) =>
			`Folded: the people below each payer stand in one box, ${boxes} boxes for ${members} people; each alone in charts 3 and schedule 2.`,
		heads: (limit, boxes, members) =>
			` Of those who pay on, each payer has ${limit} boxes a role at most: ${boxes} boxes for ${members} smaller ones.`,
		costs: (links, sums) =>
			`${links} more dealings of operating costs (${sums}) count in their payers' boxes without a line: see chart 4.`,
		across: (links, sums) =>
			` ${links} more dealings of teams with others than their main payer, or back up, (${sums}) count in the boxes without a line: see charts 3.`,
		dense: (short) =>
			`Crowded columns: a box with one line in (or out) has that line's sum${short ? '; days and means are in schedule 2' : ''}.`,
		foldNone: 'Folded: nothing, each person has a box.',
		upstream:
			'Back upstream: arrows against the reading order (←) are money sent back to a superior, or by core members overseas; kept apart, netted with nothing.',
		leftOut:
			'Only operating costs, coins paid for which no yuan came, returns and payments overseas; other dealings are in charts 1 to 3.',
	},
};
