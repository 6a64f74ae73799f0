import type { Findings } from '../../findings/schema.ts';
import { sayIncomplete } from '../../reports/words.ts';
import type { Words } from '../messages/words.ts';

const GAPS_MAX = 10;

/** Histories that a chain did not show wholly: lines under an answer that may lack something because of it. */
export function gapLines(gaps: Findings['incomplete'], { say, language }: Words): string[] {
	if (gaps.length === 0) return [];
	const shown = gaps.slice(0, GAPS_MAX).map((gap) => `  ${sayIncomplete(language, gap)}`);
	const more = gaps.length - shown.length;
	return ['', say('gaps.head'), ...shown, ...(more > 0 ? [`  ${say('gaps.more', { count: more })}`] : [])];
}
