import type { PackageInput } from '../package/part.ts';
import { caseTexts } from './case-texts.ts';
import { Mask, maskedInput } from './mask.ts';
import type { MaskedParty } from './subjects.ts';

/**
 * What a package may be drawn from: names, numbers, accounts and texts hidden as the level and the names of its cover
 * ask (docs/masking.md). Figures, counts, instants, grades, hashes and rows stay as they are. Outside "internal" ids are
 * other ones, the same for the same run; what belonged together by an id still does.
 *
 * @param input with the cover of the package; nothing of it masked
 * @param parties everybody whom the case knows
 * @param whole the whole case where the input is a part of it: everybody is hidden by the same text in every part
 */
export function maskInput(
	input: PackageInput,
	parties: Iterable<MaskedParty>,
	whole: Omit<PackageInput, 'cover'> = input,
): PackageInput {
	const { level, names, part } = input.cover;
	if (level === 'internal' && names === 'full' && part === undefined) return input;
	return maskedInput(input, new Mask(input.cover, caseTexts(whole, input.cover, parties)));
}
