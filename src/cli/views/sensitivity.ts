import type { Findings } from '../../findings/schema.ts';
import { KNOWN_ASSETS } from '../../ledger/asset.ts';
import { withUnit } from '../../ledger/money.ts';
import { wordsOf as reportWords, word } from '../../reports/words.ts';
import type { Words } from '../messages/words.ts';

const UNITS = new Map(KNOWN_ASSETS.map((asset) => [asset.id, asset]));

/** One line a figure that moved: whose, which, from what to what, when what was taken otherwise. */
export function movedLines(
	moved: Findings['sensitivity']['moved'],
	names: Readonly<Record<string, string>>,
	{ say, language }: Words,
): string[] {
	const { figureNames, variations } = reportWords(language);
	return moved.map(({ person, figure, asset, base, value, variation }) =>
		say('summary.moved', {
			person: names[person] ?? person,
			figure: word(figureNames, figure),
			base: withUnit(BigInt(base), asset, UNITS),
			value: withUnit(BigInt(value), asset, UNITS),
			variation: word(variations, variation),
		}),
	);
}

/** How many figures moved, and of what was varied; that nothing was, where it was not. */
export function sensitivityLine({ varied, figures, moved }: Findings['sensitivity'], { say, language }: Words): string {
	if (varied.length === 0) return say('summary.not-varied');
	const { variations } = reportWords(language);
	const distinct = new Set(moved.map(({ person, figure, asset }) => `${person} ${figure} ${asset}`)).size;
	return say('summary.varied', {
		moved: distinct,
		figures,
		varied: varied.map((one) => word(variations, one)).join('; '),
	});
}
