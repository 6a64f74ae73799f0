import type { PartWords } from './words-part-zh.ts';

export const partEn: PartWords = {
	without: { group: 'no group', batch: 'no batch', office: 'no office', province: 'no province' },
	by: { group: 'by group', batch: 'by batch', office: 'by office', province: 'by province' },
	people: (count) => `${count} people`,
	note: (count) =>
		`This package is about ${count} people alone: their figures, their transfers, and where these came from, level by level. Names, identity numbers and accounts of everybody else are masked, and their figures are left out. Seeds, conservation, the balance of the case, the evidence list, gaps in the data, victims’ losses, payments by kind and the test of chance are those of the whole case, to be compared; cash-outs, what found no match, inferred hierarchy and points to do are only those that concern these people.`,
	file: 'reconciliation',
	columns: { part: 'Package', people: 'People', transfers: 'Transfers under the figures' },
	sum: 'All packages',
	whole: 'The whole case',
	difference: 'Difference',
};
