import type { Findings } from '../../findings/schema.ts';
import type { Language } from '../words.ts';
import { chartsEn } from '../words-charts-en.ts';
import { type ChartWords, chartsZh } from '../words-charts-zh.ts';
import type { Pen } from './boxes.ts';
import type { Attempt, Fitted } from './fit.ts';
import type { ChartGraph } from './graph.ts';

/** One chart of the case: what it draws, how it is headed, and on which sheets it may stand. */
export interface Chart {
	/** Of the chart: `1`, `2-3`. Printed as 图2-3. */
	readonly number: string;
	/** What its file is called, before case and day. */
	readonly name: string;
	readonly title: string;
	readonly graph: ChartGraph;
	/** From the widest to the tightest. */
	readonly attempts: readonly Attempt[];
	/** Node -> number of the chart that shows its other dealings. */
	readonly see: ReadonlyMap<string, string>;
	/** Lines of text at boxes, once what is drawn is known. */
	beside(pen: Omit<Pen, 'beside'>): Pen['beside'];
	/** The notes under it, the most important first. */
	notes(findings: Findings, fitted: Fitted, pen: Pen): string[];
}

const WORDS: Readonly<Record<Language, ChartWords>> = { zh: chartsZh, en: chartsEn };

export function chartWordsOf(language: Language): ChartWords {
	return WORDS[language];
}
