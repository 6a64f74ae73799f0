import type { Findings } from '../../../findings/schema.ts';
import { word } from '../../words.ts';
import { heldAgainst, lackingRules, ruleTexts, TOLD_REACHED, yardstickWords } from '../../yardsticks.ts';
import type { Block, Inline, Rich } from '../blocks.ts';
import type { Pen } from '../pen.ts';

type Rule = Findings['yardsticks']['rules'][number];

/** 法定数额对照: each threshold with its number, and how many people reach it on which footing. No charge is chosen. */
export function law(pen: Pen): Block[] {
	const { findings, say, words } = pen;
	const { yardsticks, case: about } = findings;
	const own = yardstickWords(about.language);
	const lacking = lackingRules(findings);
	return [
		{ kind: 'heading', level: 1, text: say.law.heading, id: 'law', fresh: true },
		{ kind: 'note', text: own.preface },
		{ kind: 'paragraph', text: [own.judgment(yardsticks.judgmentDay, yardsticks.asOf), words.stop, say.law.intro] },
		{
			kind: 'table',
			columns: [
				{ head: say.law.number, width: 'auto', right: true },
				{ head: say.law.rule, width: { mm: 42 } },
				{ head: say.law.text, width: { fr: 1 } },
				{ head: say.law.people, width: { mm: 62 } },
			],
			rows: numbered(findings).map((rule, index) => rowOf(rule, index + 1, pen)),
		},
		...(lacking.length === 0
			? []
			: ([
					{ kind: 'paragraph', text: say.law.lacking },
					{
						kind: 'list',
						items: lacking
							.map(({ rule, measures }) => {
								const inputs = measures.map((name) => own.lacks[name] ?? name).filter(unique);
								return `${nameOf(rule)}${words.colon}${inputs.join(words.separator)}`;
							})
							.filter(unique),
					},
				] as const)),
	];
}

/** The rules that somebody can be held against: their places are the numbers that sheets quote. */
function numbered(findings: Findings): readonly Rule[] {
	const lacking = new Set(lackingRules(findings).map(({ rule }) => rule.id));
	return findings.yardsticks.rules.filter(({ id }) => !lacking.has(id));
}

/** A document by its number (文号); a statute, which has none, by its title. */
function nameOf({ number, title, article }: Rule): string {
	return `${number.includes('号') ? number : title}${article}`;
}

function rowOf(rule: Rule, index: number, pen: Pen): Rich[] {
	const { findings, words } = pen;
	const { language } = findings.case;
	const own = yardstickWords(language);
	const { text, also } = ruleTexts(rule, language);
	const force = [
		own.from(rule.from),
		rule.until === undefined ? '' : own.until(rule.until),
		own.verified[rule.verified ? 'yes' : 'no'],
	];
	return [
		String(index),
		[nameOf(rule), { t: force.filter((each) => each !== '').join(words.stop), small: true, line: true }],
		[
			text,
			...(rule.band ? [{ t: ` ${own.bands[rule.band]}`, small: true } as const] : []),
			...(also === '' ? [] : [{ t: pen.say.law.also(also), small: true, line: true } as const]),
		],
		reachedBy(rule, pen),
	];
}

/** How many people reach a rule, a line a measure; a measure by which nobody does is left out. */
function reachedBy(rule: Rule, { findings, say, count }: Pen): Inline[] {
	const own = yardstickWords(findings.case.language);
	const answers = findings.yardsticks.people.flatMap((person) => person.answers.filter((one) => one.rule === rule.id));
	const lines = rule.conditions
		.flatMap(({ measures }) => measures)
		.flatMap((measure) => {
			const counts = TOLD_REACHED.map(
				(reached) => answers.filter((one) => one.measure === measure && one.reached === reached).length,
			);
			return counts.some((each) => each > 0)
				? [say.law.counts(own.measures[measure] ?? measure, counts.map(count))]
				: [];
		});
	if (lines.length === 0) return [say.law.nobody];
	return lines.map((t, index) => (index === 0 ? { t } : { t, line: true }));
}

/** The thresholds that one person reaches, by how surely and by what, as numbers of the list: for the sheet. */
export function lawOf(person: string, pen: Pen): string[] {
	const { findings, words, say } = pen;
	const own = yardstickWords(findings.case.language);
	const places = new Map(numbered(findings).map(({ id }, index) => [id, index + 1]));
	const held = heldAgainst(findings, person);
	return TOLD_REACHED.flatMap((reached) => {
		const by = new Map<string, { text: string; numbers: number[] }>();
		for (const { rule, answer, value, unit } of held) {
			const place = places.get(rule.id);
			if (answer.reached !== reached || place === undefined) continue;
			const amount = { documented: value?.documented, inferred: value?.inferred, 'at-most': value?.most }[reached];
			const shown = amount === undefined ? '' : unit === 'fen' ? pen.yuan(amount) : amount;
			// Bounds and documented rows hang on no policy.
			const under = reached === 'inferred' ? (answer.policies ?? []) : [];
			const policies = under.map((policy) => word(words.policies, policy)).join(words.separator);
			const key = `${answer.measure}|${policies}`;
			const known = by.get(key) ?? {
				text: `${own.measures[answer.measure] ?? answer.measure} ${policies === '' ? shown : say.law.under(shown, policies)}`,
				numbers: [],
			};
			by.set(key, { ...known, numbers: [...known.numbers, place] });
		}
		const items = [...by.values()].map(({ text, numbers }) => say.law.reaches(text, ranges(numbers)));
		return items.length === 0 ? [] : [`${own.reached[reached]}${words.colon}${items.join(words.stop)}`];
	});
}

/** `1-3, 7`. */
function ranges(numbers: readonly number[]): string {
	const parts: [number, number][] = [];
	for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
		const last = parts.at(-1);
		if (last && last[1] === number - 1) last[1] = number;
		else parts.push([number, number]);
	}
	return parts.map(([from, until]) => (from === until ? `${from}` : `${from}-${until}`)).join(',');
}

function unique(value: string, index: number, list: readonly string[]): boolean {
	return list.indexOf(value) === index;
}
