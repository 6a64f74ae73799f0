import type { Findings } from '../../findings/schema.ts';
import { yardstickCaption, yardstickShown } from '../../reports/graph-captions.ts';
import { word } from '../../reports/words.ts';
import { heldAgainst, missingText, yardstickWords } from '../../reports/yardsticks.ts';
import type { YardstickRow } from '../../stores/conclusions.ts';
import { defined } from '../settings.ts';

/** Every threshold of law that somebody is held against, in the words of the reports, Chinese as every text of the graph. */
export function yardstickRows(findings: Findings): YardstickRow[] {
	const words = yardstickWords('zh');
	return findings.people.flatMap((person) =>
		heldAgainst(findings, person.id).map((held): YardstickRow => {
			const { rule, answer, value, least, unit } = held;
			const amount = (text: string | undefined) => (text === undefined ? undefined : BigInt(text));
			return {
				id: `${person.id}/${rule.id}/${answer.measure}`,
				party: person.id,
				rule: rule.id,
				number: rule.number,
				article: rule.article,
				text: rule.text,
				verified: rule.verified,
				subject: rule.subject,
				measure: answer.measure,
				unit,
				threshold: BigInt(least),
				...defined('documented', amount(value?.documented)),
				...defined('inferred', amount(value?.inferred)),
				...defined('most', amount(value?.most)),
				shown: yardstickShown(held),
				measureText: word(words.measures, answer.measure),
				reached: answer.reached,
				reachedText: word(words.reached, answer.reached),
				inForce: answer.inForce,
				inForceText: word(words.inForce, answer.inForce),
				policies: answer.policies ?? [],
				lacking: value ? missingText(value, 'zh') : '',
				caption: yardstickCaption(person.name, held),
			};
		}),
	);
}
