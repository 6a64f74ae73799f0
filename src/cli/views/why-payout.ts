import { wordsOf as reportWords, word } from '../../reports/words.ts';
import type { WhyAnswer } from '../../run/questions/why.ts';
import type { Words } from '../messages/words.ts';
import { yuan } from './amounts.ts';

/** Of a payout: the leads behind its commission, and the readings that its whole history leaves. */
export function printPayout({ leads, alternatives, paths }: WhyAnswer, { say, language }: Words): string[] {
	const { costs, leadBases, noReading } = reportWords(language);
	const parts: string[] = [];
	if (leads) {
		parts.push('', say('why.leads', { found: leads.length }));
		for (const { day, count, basis, by, evidence } of leads) {
			const [file = '', sheet = '', row = ''] = evidence.split(':');
			const place = { file: paths[file] ?? file, sheet, row };
			const told = word(leadBases, basis === 'joined' ? 'joined' : by);
			parts.push(
				`  ${say('why.lead', { day, count, told })}  ${say(sheet === '' ? 'why.row' : 'why.sheet-row', place)}`,
			);
		}
	}
	if (alternatives.length > 0) parts.push('', say('why.alternatives'));
	for (const { reading, worse } of alternatives) {
		const read = reading ? say('why.reading', { ...shown(reading) }) : noReading;
		const price = worse ? say('why.worse', { cost: word(costs, worse.name), count: worse.count }) : say('why.best');
		parts.push(`  ${read}  ${price}`);
	}
	return parts;
}

function shown({ wage, leads, rate }: { readonly wage: string; readonly leads: number; readonly rate: string }) {
	return { wage: yuan(wage), leads, rate: yuan(rate) };
}
