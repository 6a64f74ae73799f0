import { day, text, whole } from '../cell.ts';
import { word } from '../words.ts';
import { ruleTexts, type YardstickRule, yardstickWords } from '../yardsticks.ts';
import { type Ledger, ledgerReport } from './ledger.ts';

/** 附表24之二: the rules behind 附表24, each once: document, article, text in short, days in force, source, verified or not. */
const ledger: Ledger<YardstickRule> = {
	id: 'yardstick-rules',
	file: 'yardstickRules',
	rows: ({ findings }) => findings.yardsticks.rules,
	columns: [
		['number', (_, __, index) => whole(index + 1)],
		['ruleId', ({ id }) => text(id)],
		['lawSubject', ({ subject }, { findings }) => text(word(yardstickWords(findings.case.language).subjects, subject))],
		['lawTitle', ({ title }) => text(title)],
		['lawNumber', ({ number }) => text(number)],
		['article', ({ article }) => text(article)],
		['lawText', (rule, { findings }) => text(ruleTexts(rule, findings.case.language).text)],
		[
			'lawBand',
			({ band }, { findings }) =>
				text(band === undefined ? '' : word(yardstickWords(findings.case.language).bands, band)),
		],
		['alsoNeeded', (rule, { findings }) => text(ruleTexts(rule, findings.case.language).also)],
		['lawFrom', ({ from }) => day(from)],
		['lawUntil', ({ until }) => (until === undefined ? text('') : day(until))],
		[
			'verified',
			({ verified }, { findings }) => {
				const words = yardstickWords(findings.case.language).verified;
				return text(verified ? words.yes : words.no);
			},
		],
		['lawSource', ({ source }) => text(source)],
		['lawNotes', (rule, { findings }) => text(ruleTexts(rule, findings.case.language).notes)],
	],
};

export const yardstickRuleLedger = ledgerReport(ledger);
