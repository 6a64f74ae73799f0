import type { Party } from '../../ledger/parties.ts';
import type { Cover } from '../package/part.ts';
import { soundsLikeName } from './names.ts';
import { isIdentity } from './shapes.ts';

/**
 * Whose a name or an account is: `own` of somebody the package is about, `other` of a member of the gang whom it is not
 * about (packages of a part of the case), `firm` of a service, merchant, employer or an overseas payer, `third` of anybody else.
 */
export type Subject = 'own' | 'other' | 'firm' | 'third';

/** What is to be known of a party for masking. */
export type MaskedParty = Pick<Party, 'id' | 'name' | 'identity' | 'category' | 'spells' | 'attributions'>;

const FIRMS: ReadonlySet<string> = new Set(['overseas', 'service', 'merchant', 'operating', 'employer']);

export function subjectOf(party: MaskedParty, { level, part }: Cover): Subject {
	if (party.spells.length > 0) return part === undefined || part.people.has(party.id) ? 'own' : 'other';
	if (!FIRMS.has(party.category)) return 'third';
	return level === 'public' && isNatural(party) ? 'third' : 'firm';
}

/** Whether a firm by its category is somebody by name or number: who lets the flat, sells the cards, stands behind a stall. */
function isNatural({ name, identity, category }: MaskedParty): boolean {
	return isIdentity(identity) || (category !== 'service' && isPersonName(name));
}

/** Whether a text is what a person is called, not a shop that begins with a surname. */
export function isPersonName(name: string): boolean {
	return soundsLikeName(name) && !/(?:[店馆厂行社铺场]|超市|中心|公司)$/.test(name);
}

/** What shows most where a text stands for several: equal names, an account with two holders. */
const OPENNESS: readonly Subject[] = ['own', 'firm', 'other', 'third'];

/** Subjects by text; the one that shows most wins. */
export class Subjects {
	readonly #known = new Map<string, Subject>();

	note(text: string, subject: Subject): void {
		if (text === '') return;
		const known = this.#known.get(text);
		if (known === undefined || OPENNESS.indexOf(subject) < OPENNESS.indexOf(known)) this.#known.set(text, subject);
	}

	get(text: string): Subject | undefined {
		return this.#known.get(text);
	}

	entries(): Iterable<[string, Subject]> {
		return this.#known;
	}
}
