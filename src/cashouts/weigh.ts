import { grouped } from '../ledger/grouped.ts';
import { type Claims, confirm, type Decided } from './claims.ts';
import type { Explanation, Kin } from './explanations.ts';
import { openGroups } from './groups.ts';
import { type Inference, infer } from './infer.ts';
import { legKeys, rivalsIn, withLegs } from './legs.ts';
import { Model } from './model.ts';
import { type Judged, rounded } from './rows.ts';
import type { CashOutRules, CashOutWhy, CoinLeg, UsedBand, YuanLeg } from './types.ts';

/** So likely a match must be to be unique: all that else could explain its legs is together less likely than the rest. */
const UNIQUE = 0.98;
/** A rival as likely as this is named as the reason. */
const RIVAL = 0.01;
/** Of each coin leg the likeliest explanations are kept, and every one that is likelier than a twentieth. */
const KEPT = 5;
const LIKELY = 0.05;
const HARDLY = 0.001;

interface Question {
	readonly fits: readonly Explanation[];
	readonly coins: readonly CoinLeg[];
	readonly yuan: readonly YuanLeg[];
	readonly rules: CashOutRules;
	readonly leftOut: ReadonlyMap<string, number>;
	/** Further groups, of payers who pay for one and the same. */
	ofKin(kin: Kin): Explanation[];
}

/**
 * Weighs what fits and says of each match whether it is accepted. Only what is worth a look is kept.
 *
 * @param confirmed ids that a person confirmed; their legs are taken. Groups that a person confirmed are added
 * @returns `large`: how many kept matches lay in surroundings that were too large to be weighed exactly
 */
export function weigh(
	question: Question,
	decided: Decided,
	confirmed: Set<string>,
	claims: Claims,
): { rows: Judged[]; large: number } {
	const { rules } = question;
	const first = look(question, question.fits, decided, confirmed, claims);
	const more = question.ofKin(first.model.kin());
	for (const id of confirm(more.map(withLegs), decided, claims)) confirmed.add(id);
	const fits = [...question.fits, ...more];
	const { model, active, inference } = more.length === 0 ? first : look(question, fits, decided, confirmed, claims);
	const scoreAlone = alone(fits, inference);
	const scores = new Map<Explanation, number>(
		fits.map((one, i) => [one, confirmed.has(one.id) ? scoreAlone(i) : (inference.likelihoods[i] as number)]),
	);
	const { groups, swappable } = openGroups(fits, active, inference);
	const ofGroups = new Map(groups.map((group) => [group.one, group]));
	for (const id of confirm(
		groups.map(({ one }) => withLegs(one)),
		decided,
		claims,
	))
		confirmed.add(id);
	const exact = new Set(active.filter((i) => inference.exact[i] === 1).map((i) => fits[i] as Explanation));
	const kept = worthALook(
		fits,
		scores,
		(one) => decided.ids.has(one.id) || swappable.has(one),
		(one) => !claims.isFree(legKeys(one)),
	);
	const best = likeliestRival(kept, scores);
	const judge = (one: Explanation): Judged => {
		const group = ofGroups.get(one);
		const { band, chance } = (group?.pairs ?? [one])
			.map((pair) => chanceOf(model, pair))
			.reduce((worst, next) => (next.chance > worst.chance ? next : worst));
		const score = rounded(group?.score ?? scores.get(one) ?? 0);
		const base = { one, pairing: group ? ('open' as const) : ('one' as const), score, chance: rounded(chance), band };
		if (decided.isRejected(one.id)) return { ...base, status: 'rejected', why: 'rejected' };
		if (confirmed.has(one.id)) return { ...base, status: 'confirmed', why: 'confirmed' };
		if (!claims.isFree(legKeys(one))) return { ...base, status: 'proposed', why: 'leg-taken' };
		if (swappable.has(one)) return { ...base, status: 'proposed', why: 'rivals' };
		const doubt = doubtOf({ one, score, chance, rival: best(one) }, rules);
		if (doubt) return { ...base, status: 'proposed', why: doubt };
		if (!group && !exact.has(one)) return { ...base, status: 'proposed', why: 'component' };
		return { ...base, status: 'accepted', why: 'unique' };
	};
	const rows = accept([...kept, ...groups.map((group) => group.one)].map(judge), claims);
	return { rows, large: rows.filter((row) => row.why === 'component').length };
}

/** Why a person must look at it, if so. */
function doubtOf(
	{ one, score, chance, rival }: { one: Explanation; score: number; chance: number; rival: number },
	{ confidenceMin, chanceMax }: CashOutRules,
): CashOutWhy | undefined {
	if (score < confidenceMin) return 'weak';
	if (score < UNIQUE && rival >= RIVAL) return 'rivals';
	if (chance > chanceMax) return 'chance';
	if (score < UNIQUE) return 'unsure';
	return one.link === undefined ? undefined : 'linked';
}

/** What is accepted takes its legs, single matches before groups: what else was said of them is no longer in question. */
function accept(rows: readonly Judged[], claims: Claims): Judged[] {
	const taken = new Set(rows.filter((row) => row.status === 'accepted' && claims.take(legKeys(row.one))));
	return rows.map((row) => {
		if (taken.has(row) || row.status === 'confirmed' || row.status === 'rejected') return row;
		return claims.isFree(legKeys(row.one)) ? row : { ...row, status: 'proposed', why: 'leg-taken' };
	});
}

function look(
	{ coins, yuan, rules, leftOut }: Question,
	fits: readonly Explanation[],
	decided: Decided,
	confirmed: ReadonlySet<string>,
	claims: Claims,
) {
	const model = new Model(fits, coins, yuan, rules);
	const settled = placesOf(fits, (one) => confirmed.has(one.id));
	const active = placesOf(fits, (one) => !decided.isRejected(one.id) && claims.isFree(legKeys(one)));
	return { model, active, inference: infer(model, fits, active, settled, leftOut) };
}

function placesOf(fits: readonly Explanation[], isMeant: (one: Explanation) => boolean): number[] {
	return fits.map((_, i) => i).filter((i) => isMeant(fits[i] as Explanation));
}

/** How likely a confirmed match would be without the confirmation: its weight against all that shares its legs. */
function alone(fits: readonly Explanation[], { weights }: Inference): (place: number) => number {
	const rivalsOf = rivalsIn([...fits.keys()], (i) => legKeys(fits[i] as Explanation));
	return (place) => {
		const places = [place, ...rivalsOf(place)].sort((a, b) => a - b);
		return (weights[place] as number) / places.reduce((sum, i) => sum + (weights[i] as number), 1);
	};
}

/** Chance matches in the explanation's window, within the rates of certain matches of those days where there are enough. */
function chanceOf(model: Model, one: Explanation): { chance: number; band: UsedBand } {
	const { quantity, fen, bounds, band, coins } = one;
	const own = model.ownBand(one);
	const units = (Number(quantity) / 10 ** (coins[0]?.decimals ?? 0)) * 100;
	const [low, high] = own ? [units * own.min, units * own.max] : [0, 0];
	const narrower = own && low <= Number(fen) && Number(fen) <= high && high - low < Number(bounds.high - bounds.low);
	if (!narrower) return { chance: model.chance(one, Number(bounds.low), Number(bounds.high)), band: band.used };
	return {
		chance: model.chance(one, low, high),
		band: { min: own.min.toFixed(4), max: own.max.toFixed(4), source: String(own.matches), basis: 'own' },
	};
}

/** The best explanations of each coin leg, and all that a person decided. */
function worthALook(
	fits: readonly Explanation[],
	scores: ReadonlyMap<Explanation, number>,
	isAsked: (one: Explanation) => boolean,
	isTaken: (one: Explanation) => boolean,
): Explanation[] {
	const score = (one: Explanation) => scores.get(one) ?? 0;
	const kept = new Set(fits.filter((one) => isAsked(one) || score(one) >= LIKELY));
	const byCoin = grouped(
		fits.flatMap((one) => one.coins.map(({ transfer }) => ({ transfer, one }))),
		({ transfer }) => transfer,
	);
	for (const list of byCoin.values()) {
		const ordered = list.map(({ one }) => one).sort((a, b) => score(b) - score(a) || (a.id < b.id ? -1 : 1));
		const settled = score(ordered[0] as Explanation) >= UNIQUE;
		for (const one of ordered.slice(0, KEPT)) if (!settled || score(one) >= HARDLY || isTaken(one)) kept.add(one);
	}
	return fits.filter((one) => kept.has(one));
}

function likeliestRival(
	kept: readonly Explanation[],
	scores: ReadonlyMap<Explanation, number>,
): (one: Explanation) => number {
	const rivalsOf = rivalsIn(kept, legKeys);
	return (one) => [...rivalsOf(one)].reduce((most, other) => Math.max(most, scores.get(other) ?? 0), 0);
}
