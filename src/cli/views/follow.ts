import { withUnit } from '../../ledger/money.ts';
import { formatTime } from '../../ledger/time.ts';
import { wordsOf as reportWords, word } from '../../reports/words.ts';
import type { FollowAnswer } from '../../run/chains/follow-answer.ts';
import type { HistoryGap } from '../../run/chains/follow-opener.ts';
import type { Words } from '../messages/words.ts';
import { table } from '../table.ts';
import { chainAlarms } from './chain-alarms.ts';
import { csvLine } from './csv.ts';
import { hopTable, whom } from './hops.ts';
import { HOP_COLUMNS, hopCells } from './trace.ts';

/** What was followed, then what it took, then where nobody could look. */
export function printFollow(answer: FollowAnswer, words: Words): string {
	const { say } = words;
	const policy = word(reportWords(words.language).policies, answer.policy);
	const parts = [say('trace.head', { policy, count: answer.rows.length })];
	if (answer.rows.length > 0) parts.push(hopTable(answer.rows, answer, words));
	const { requests, budget, forOne, opened } = answer;
	parts.push('', say('follow.spent', { histories: opened.length, requests, budget, forOne }));
	if (answer.unanswered !== undefined)
		parts.push(say('follow.unanswered', { reason: gapsIn(answer.unanswered, words) }));
	if (answer.unopened.length > 0) parts.push('', say('follow.unopened'), unopenedTable(answer, words));
	if (answer.missingFrom !== undefined)
		parts.push(say('follow.missing-from', { time: formatTime(answer.missingFrom, answer.offsetMinutes) }));
	if (answer.incomplete.length > 0) {
		const columns = [{ title: say('column.account') }, { title: say('column.reason') }];
		const rows = answer.incomplete.map(({ account, name, gaps }) => [whom(name, account), gapsIn(gaps, words)]);
		parts.push('', say('follow.incomplete'), table(columns, rows));
	}
	for (const { history, reason } of answer.unseen)
		parts.push('', say('follow.unseen', { history: word(reportWords(words.language).histories, history), reason }));
	if (answer.unclear.length > 0) parts.push('', say('follow.unclear', { count: answer.unclear.length }));
	parts.push(...chainAlarms({ damaged: answer.damaged, pooled: [] }, words));
	return parts.join('\n');
}

/** What is missing, in words; where nothing is, ''. */
function gapsIn(gaps: readonly HistoryGap[], { language }: Words): string {
	const { histories, outcomes } = reportWords(language);
	return gaps
		.map(({ history, outcome, reason }) =>
			[word(histories, history), word(outcomes, outcome), reason].filter((part) => part !== '').join(': '),
		)
		.join('; ');
}

function unopenedTable({ unopened, offsetMinutes, assets }: FollowAnswer, words: Words): string {
	const { say } = words;
	const columns = [
		{ title: say('column.account') },
		{ title: say('column.amount'), align: 'right' as const },
		{ title: say('column.since') },
		{ title: say('column.depth'), align: 'right' as const },
		{ title: say('column.reason') },
	];
	return table(
		columns,
		unopened.map(({ account, name, asset, amount, since, hops, why, gaps }) => [
			whom(name, account),
			withUnit(amount, asset, assets),
			formatTime(since, offsetMinutes),
			String(hops),
			[say(`unopened.${why}`), gapsIn(gaps, words)].filter((part) => part !== '').join(': '),
		]),
	);
}

/** The rows for a spreadsheet, as `trace` gives them, and on what each rests. */
export function followCsv(answer: FollowAnswer): string {
	const head = [...HOP_COLUMNS, 'rests_on_incomplete', 'order_unknown'];
	const rows = answer.rows.map((hop) => [...hopCells(hop, answer), String(hop.resting), String(hop.tied)]);
	return [head, ...rows].map(csvLine).join('');
}
