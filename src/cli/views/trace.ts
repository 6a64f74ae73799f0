import { formatAmount, withUnit } from '../../ledger/money.ts';
import { formatTime } from '../../ledger/time.ts';
import { wordsOf as reportWords, word } from '../../reports/words.ts';
import type { Hop } from '../../run/questions/hops.ts';
import type { TraceAnswer } from '../../run/questions/trace.ts';
import type { Words } from '../messages/words.ts';
import { csvLine } from './csv.ts';
import { gapLines } from './gaps.ts';
import { type CaseUnits, hopTable } from './hops.ts';

export function printTrace(answer: TraceAnswer, units: CaseUnits, words: Words): string {
	const { say, sayAny } = words;
	const parts = [
		say('trace.head', { policy: word(reportWords(words.language).policies, answer.policy), count: answer.rows.length }),
	];
	if (answer.rows.length > 0) parts.push(hopTable(answer.rows, units, words));
	answer.paths.forEach((path, index) => {
		parts.push('', say('trace.path', { number: index + 1, of: answer.paths.length }), hopTable(path, units, words));
	});
	for (const chain of answer.peelChains) {
		const amountOf = (amount: string) => withUnit(BigInt(amount), chain.asset, units.assets);
		const sums = { entered: amountOf(chain.entered), peeled: amountOf(chain.peeled), left: amountOf(chain.left) };
		const counts = { start: chain.start, passes: chain.passes.length, peels: chain.peels.length };
		parts.push('', say('trace.peel-chain', { ...sums, ...counts }));
	}
	parts.push(...gapLines(answer.gaps, words));
	for (const cut of answer.cut) parts.push('', say('trace.cut', { limit: sayAny(cut.code, cut.facts) }));
	return parts.join('\n');
}

/** The rows of a trace for a spreadsheet or another program: English names, ISO times, plain decimals. */
export function traceCsv(answer: TraceAnswer, units: CaseUnits): string {
	return [HOP_COLUMNS, ...answer.rows.map((hop) => hopCells(hop, units))].map(csvLine).join('');
}

export const HOP_COLUMNS: readonly string[] =
	'depth,time,from,from_name,to,to_name,asset,amount,traced,grade,transfer,cash_out'.split(',');

export function hopCells(hop: Hop, units: CaseUnits): string[] {
	const decimals = units.assets.get(hop.asset)?.decimals ?? 0;
	return [
		String(hop.depth),
		formatTime(hop.instant, units.offsetMinutes),
		hop.from,
		hop.fromName,
		hop.to,
		hop.toName,
		hop.asset,
		formatAmount(hop.amount, decimals),
		formatAmount(hop.traced, decimals),
		hop.grade,
		hop.transfer,
		hop.cashOut ?? '',
	];
}
