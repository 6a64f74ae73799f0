import type { Findings, FindingsPerson } from '../../findings/schema.ts';
import { AS_LINK, type AttributionGrade } from '../../ledger/attribution.ts';
import { formatAmount } from '../../ledger/money.ts';
import { formatDay } from '../../ledger/time.ts';
import { visible } from '../visible.ts';
import { say, type Words, word, wordsOf } from '../words.ts';
import { heldAgainst, isReached, valueText, yardstickWords } from '../yardsticks.ts';
import type { PagePerson, PageWords } from './format.ts';
import { units } from './texts.ts';

/** Shown even where they are nothing. */
const ALWAYS: ReadonlySet<string> = new Set(['received', 'passed-on', 'kept']);

/** The people as the page tells them. */
export function peopleBlock(findings: Findings, page: PageWords): PagePerson[] {
	const words = wordsOf(findings.case.language);
	const names = new Map(findings.people.map(({ id, name }) => [id, name]));
	return findings.people.map((person) => {
		const last = person.spells.at(-1);
		return {
			id: person.id,
			name: visible(person.name),
			nicknames: person.nicknames.map(visible),
			identity: visible(person.identity),
			role: person.role,
			group: visible(person.group),
			superior: visible(names.get(person.superior) ?? person.superior),
			province: visible(last?.province ?? ''),
			office: visible(last?.office ?? ''),
			batch: visible(last?.batch ?? ''),
			spells: person.spells.map((spell) => visible(spellOf(spell, findings, words))),
			accounts: person.accounts.map(({ account, grade, source, withdrawn }) => ({
				account: visible(account),
				grade: word(words.attributionGrades, grade),
				asLink: AS_LINK[grade as AttributionGrade] ?? 'stated',
				source: visible(source),
				withdrawn,
			})),
			figures: Object.entries(person.figures)
				.filter(([name, { value, count }]) => ALWAYS.has(name) || value !== '0' || count > 0)
				.map(([name, { id, value, count }]) => ({ id, name, value: units(BigInt(value)), count })),
			coins: person.coins.map(({ asset, received }) => ({ asset, received: units(BigInt(received)) })),
			bounds: boundsOf(person, findings),
			traced: person.tracedTotals.map(({ policy, asset, value, percent }) => ({
				policy,
				asset,
				value: units(BigInt(value)),
				percent,
			})),
			facts: factsOf(person, words).map(([label, value]) => [label, visible(value)]),
			yardsticks: yardsticksOf(findings, person.id, words),
			beside: besideOf(person, findings, words).map(([label, value]) => [visible(label), visible(value)]),
		};
	});

	function boundsOf({ bounds }: FindingsPerson, { case: { language } }: Findings): PagePerson['bounds'] {
		const told = { received: page.received, passedOn: page.passedOn, kept: page.keptShort } as const;
		return (['received', 'passedOn', 'kept'] as const).map((name) => {
			const { least, most, cap, missing } = bounds[name];
			return {
				figure: told[name],
				...(least === undefined ? {} : { least: units(BigInt(least)) }),
				...(most === undefined ? {} : { most: units(BigInt(most)) }),
				cap: visible(say(language, cap.code, cap.facts)),
				lacks: missing.map(({ code, facts }) => visible(say(language, code, facts))),
			};
		});
	}
}

function spellOf(spell: FindingsPerson['spells'][number], { case: { offsetMinutes } }: Findings, words: Words): string {
	const day = (instant: number | undefined) =>
		instant === undefined ? words.unknown : formatDay(instant, offsetMinutes);
	const role = spell.role === '' ? spell.roleText : word(words.roles, spell.role);
	const span = `${day(spell.from)}${words.until}${day(spell.until)}`;
	const home = [spell.group, spell.superior].filter((part) => part !== '').join(words.separator);
	return [span, role, home, spell.source].filter((part) => part !== '').join(words.stop);
}

function factsOf({ leads, work, days, rates }: FindingsPerson, words: Words): [string, string][] {
	const { columns } = words;
	const facts: [string, string][] = [];
	if (days.first !== undefined) facts.push([columns.leadsPaid, String(leads.paid)]);
	if (leads.reported > 0) facts.push([columns.leadsReported, String(leads.reported)]);
	if (leads.joined > 0) facts.push([columns.leadsJoined, String(leads.joined)]);
	if (work) {
		const { calls, days: worked } = work;
		facts.push([columns.callsAttempted, String(calls.attempted)]);
		facts.push([columns.callsAnswered, String(calls.answered)]);
		facts.push([columns.callsLong, String(calls.long)]);
		facts.push([columns.callNumbers, String(calls.numbers)]);
		facts.push([columns.daysWorked, String(worked.worked)]);
	}
	for (const { from, until, rates: fen, stated } of rates) {
		const told = fen.map((each) => formatAmount(BigInt(each), 2)).join(' / ');
		const basis = stated ? words.rateStated : words.rateEstimated;
		facts.push([columns.ratePerLead, words.withRole(`${told}${words.stop}${from}${words.until}${until}`, basis)]);
	}
	return facts;
}

function yardsticksOf(findings: Findings, person: string, words: Words): PagePerson['yardsticks'] {
	const told = yardstickWords(findings.case.language);
	const places = new Map(findings.yardsticks.rules.map(({ id }, place) => [id, place]));
	return heldAgainst(findings, person).map(({ rule, answer, value, least, unit }) => [
		places.get(rule.id) ?? -1,
		isReached(answer),
		word(told.measures, answer.measure),
		valueText(least, unit),
		valueText(value?.documented, unit),
		valueText(value?.inferred, unit),
		valueText(value?.most, unit),
		[word(told.reached, answer.reached), ...(answer.policies ?? []).map((policy) => word(words.policies, policy))].join(
			words.separator,
		),
		word(told.inForce, answer.inForce),
	]);
}

/** What was said, frozen, seized or given back: beside the figures, in none of them. */
function besideOf({ id }: FindingsPerson, { testimony, measures, assets }: Findings, words: Words): [string, string][] {
	const said = testimony
		.filter(({ party }) => party === id)
		.map(({ document, page, claim, amount, disputes }): [string, string] => {
			const yuan = amount === undefined ? '' : `${formatAmount(BigInt(amount), 2)}${words.yuan}`;
			const where = page === '' ? document : `${document} ${words.columns.page}${words.colon}${page}`;
			return [
				where,
				[disputes ? words.columns.disputes : '', claim, yuan].filter((part) => part !== '').join(words.stop),
			];
		});
	const taken = measures
		.filter(({ party }) => party === id)
		.map(({ kind, account, asset, amount, document, authority }): [string, string] => {
			const known = assets.find((one) => one.id === asset);
			const sum =
				amount === undefined ? '' : `${formatAmount(BigInt(amount), known?.decimals ?? 0)} ${known?.symbol ?? asset}`;
			return [
				word(words.measures, kind),
				[account, sum, document, authority].filter((part) => part !== '').join(words.stop),
			];
		});
	return [...said, ...taken];
}
