import type { PartWords } from './words-part-zh.ts';

export const partEn: PartWords = {
	without: { group: 'no group', batch: 'no batch', office: 'no office', province: 'no province' },
	people: (count) => `${count} people`,
	file: 'reconciliation',
	columns: { part: 'Package', people: 'People', transfers: 'Transfers under the figures' },
	sum: 'All packages',
	whole: 'The whole case',
	difference: 'Difference',
};
