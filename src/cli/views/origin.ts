import { wordsOf as reportWords, word } from '../../reports/words.ts';
import type { OriginAnswer } from '../../run/questions/origin.ts';
import { OPENING_ORIGIN, UNKNOWN_ORIGIN } from '../../tracing/types.ts';
import type { Words } from '../messages/words.ts';
import { fields } from '../table.ts';
import { withUnit } from './amounts.ts';
import { type CaseUnits, hopTable } from './hops.ts';

/** From one payment up to the wallets whose coins paid it, under each policy: one admissible chain for each origin. */
export function printOrigin(answer: OriginAnswer, units: CaseUnits, words: Words): string {
	const { say } = words;
	const { policies } = reportWords(words.language);
	const amount = withUnit(answer.amount, answer.asset, units.assets);
	const parts = [say('origin.head', { subject: answer.subject, amount })];
	for (const { policy, shares, chains } of answer.policies) {
		parts.push('', say('origin.policy', { policy: word(policies, policy) }));
		if (shares.length === 0) parts.push(say('origin.untraced'));
		parts.push(
			fields(
				shares.map((share) => [`  ${originName(share, words)}`, withUnit(share.amount, answer.asset, units.assets)]),
			),
		);
		for (const chain of chains) parts.push('', say('origin.chain'), hopTable(chain, units, words));
	}
	return parts.join('\n');
}

/** A seed group by the name of its party and its account; what no seed paid by what it is. */
function originName({ origin, label }: { origin: string; label: string }, { say }: Words): string {
	if (origin === OPENING_ORIGIN) return say('origin.opening');
	if (origin === UNKNOWN_ORIGIN) return say('origin.unknown');
	return label === '' || label === origin ? origin : `${label} (${origin})`;
}
