import { withUnit } from '../../ledger/money.ts';
import type { LedgerRecord } from '../../ledger/record.ts';
import { formatTime } from '../../ledger/time.ts';
import { visible } from '../../reports/visible.ts';
import type { WhyAnswer } from '../../run/questions/why.ts';
import { hasSentence, type Words } from '../messages/words.ts';
import { fields } from '../table.ts';
import type { CaseUnits } from './hops.ts';
import { printPayout } from './why-payout.ts';

/** Hashes of answers printed for one record; the others stand in the kept answers. */
const HASHES_MAX = 3;

/** What a figure, link or transfer rests on: every row as it stands in its file. */
export function printWhy(answer: WhyAnswer, units: CaseUnits, words: Words): string {
	const { say } = words;
	const facts = Object.entries(answer.facts).map(([name, value]) => [factName(name, words), String(value)] as const);
	const parts = [say('why.head', { kind: say(`subject.${answer.kind}`), id: answer.id }), fields(facts)];
	parts.push('', say('why.rows', { count: answer.records.length }));
	for (const record of answer.records) parts.push('', recordBlock(record, answer, units, words));
	parts.push(...printPayout(answer, words));
	if (answer.rivals.length > 0) parts.push('', say('why.rivals'), ...answer.rivals.map((id) => `  ${id}`));
	return parts.join('\n');
}

function factName(name: string, { language, sayAny }: Words): string {
	const code = `fact.${name}`;
	return hasSentence(language, code) ? sayAny(code) : name;
}

function recordBlock(record: LedgerRecord, answer: WhyAnswer, units: CaseUnits, words: Words): string {
	const { paths } = answer;
	const { say } = words;
	const amount =
		record.amount === undefined ? say('amount.not-shown') : withUnit(record.amount, record.asset, units.assets);
	const head = `${record.moment.text}  ${record.from.account} -> ${record.to.account}  ${amount}`;
	const { evidence } = record;
	const place =
		evidence.kind === 'chain'
			? say('why.chain', { chain: evidence.chain, transaction: evidence.transaction, position: evidence.position })
			: say(evidence.sheet === '' ? 'why.row' : 'why.sheet-row', {
					file: paths[evidence.file] ?? evidence.file,
					sheet: evidence.sheet,
					row: evidence.row,
				});
	const hash =
		evidence.kind === 'file' ? `  SHA-256 ${evidence.file}` : receiptText(evidence.receipt, answer, units, words);
	// Columns of a text row are told apart by TABs, which would else be shown as escapes.
	return [visible(head), `  ${place}`, hash, `  ${visible(record.raw.replaceAll('\t', ' | '))}`]
		.filter((line) => line !== '')
		.join('\n');
}

/** What was asked, who answered, when, and the hashes of the answers. */
function receiptText(id: string, { receipts }: WhyAnswer, { offsetMinutes }: CaseUnits, { say }: Words): string {
	const receipt = receipts.find((one) => one.id === id);
	if (!receipt) return `  ${id}`;
	const { query, endpoint, askedAt, answers, from, until, unit } = receipt;
	const asked = formatTime(askedAt, offsetMinutes);
	const lines = [
		say('why.receipt', { id, query, endpoint }),
		say('why.asked', { asked, from, until, unit, pages: answers.length }),
		...answers.slice(0, HASHES_MAX).map((answer) => `SHA-256 ${answer}`),
	];
	return lines.map((line) => `  ${visible(line)}`).join('\n');
}
