import { withUnit } from '../../ledger/money.ts';
import { wordsOf as reportWords, word } from '../../reports/words.ts';
import type { OriginAnswer } from '../../run/questions/origin.ts';
import { OPENING_ORIGIN, ROUND_ORIGIN, UNKNOWN_ORIGIN } from '../../tracing/types.ts';
import type { Words } from '../messages/words.ts';
import { fields } from '../table.ts';
import { type CaseUnits, hopTable } from './hops.ts';

/** From one payment up to the wallets whose coins paid it, under each policy: one way for each origin, with the grade of every step. */
export function printOrigin(answer: OriginAnswer, units: CaseUnits, words: Words): string {
	const { say } = words;
	const { policies, grades } = reportWords(words.language);
	const amount = withUnit(answer.amount, answer.asset, units.assets);
	const parts = [say('origin.head', { subject: answer.subject, amount })];
	for (const { policy, shares, ways } of answer.policies) {
		parts.push('', say('origin.policy', { policy: word(policies, policy) }));
		if (shares.length === 0) parts.push(say('origin.untraced'));
		parts.push(
			fields(
				shares.map((share) => [`  ${originName(share, words)}`, withUnit(share.amount, answer.asset, units.assets)]),
			),
		);
		for (const { amount: came, measure, grade, weakest, hops } of ways) {
			const much = withUnit(came, answer.asset, units.assets);
			parts.push('', say(`origin.${measure}`, { amount: much }), hopTable(hops, units, words));
			parts.push(say('origin.grade', { grade: word(grades, grade), step: weakest }));
		}
	}
	return parts.join('\n');
}

/** A seed group by the name of its party and its account; what no seed paid by what it is. */
function originName({ origin, label }: { origin: string; label: string }, { say }: Words): string {
	if (origin === OPENING_ORIGIN) return say('origin.opening');
	if (origin === UNKNOWN_ORIGIN) return say('origin.unknown');
	if (origin === ROUND_ORIGIN) return say('origin.round');
	return label === '' || label === origin ? origin : `${label} (${origin})`;
}
