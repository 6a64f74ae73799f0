import { word } from '../../words.ts';
import type { Block, Rich } from '../blocks.ts';
import type { Method, MethodKey } from '../methods-zh.ts';
import type { Pen } from '../pen.ts';

/** 方法与口径: every rule in plain words, what it was set to in this case, and where it comes from. */
export function methods(pen: Pen): Block[] {
	const { say } = pen;
	const keys = Object.keys(say.methods.list) as MethodKey[];
	return [
		{ kind: 'heading', level: 1, text: say.methods.heading, id: 'methods', fresh: true },
		{ kind: 'paragraph', text: say.methods.intro },
		...keys.flatMap((key, index) => methodOf(say.methods.list[key], index, setTo(key, pen), pen)),
	];
}

function methodOf(method: Method, index: number, value: string, { say }: Pen): Block[] {
	const pairs: (readonly [string, Rich])[] = [[say.methods.rule, method.text]];
	if (value !== '') pairs.push([say.methods.here, value]);
	pairs.push([say.methods.source, method.source]);
	return [
		{ kind: 'heading', level: 2, text: `${index + 1}. ${method.title}`, id: `method-${index}` },
		{ kind: 'facts', pairs },
	];
}

/** What the case sets for a rule, in words; the full list of settings is in the annex. */
function setTo(key: MethodKey, pen: Pen): string {
	const { findings, words, say } = pen;
	const { parameters, merging, seeds } = findings;
	const set = (name: string) => parameters[name] ?? words.unknown;
	switch (key) {
		case 'evidence':
			return say.methods.filesHere(findings.evidence.files.length);
		case 'merging':
			return Object.entries(merging.byRule)
				.map(([rule, count]) => `${word(words.rules, rule)} ${words.times(pen.count(count))}`)
				.join(words.separator);
		case 'order':
			return say.methods.tied(pen.count(merging.tied));
		case 'attribution':
			return gradesHere(pen);
		case 'seeds':
			return seeds
				.map(({ label, source }) => words.withRole(label, source))
				.filter(unique)
				.join(words.separator);
		case 'lots':
			return say.methods.policy(word(words.policies, set('trace.policy')));
		case 'cashOuts':
			return say.methods.cashOuts({
				before: set('cash_outs.before'),
				after: set('cash_outs.after'),
				parts: set('cash_outs.parts_max'),
				chance: set('cash_outs.chance_max'),
				confidence: set('cash_outs.confidence_min'),
			});
		case 'pay':
			return payHere(pen);
		case 'bounds':
			return boundsHere(pen);
		case 'hierarchy':
			return say.methods.proposals(findings.hierarchy.superiors.length, findings.hierarchy.roles.length);
		default:
			return '';
	}
}

function gradesHere({ findings, words }: Pen): string {
	const counts = new Map<string, number>();
	for (const { accounts } of findings.people) {
		for (const { grade, withdrawn } of accounts) {
			if (!withdrawn) counts.set(grade, (counts.get(grade) ?? 0) + 1);
		}
	}
	return Object.keys(words.attributionGrades)
		.filter((grade) => counts.has(grade))
		.map((grade) => `${word(words.attributionGrades, grade)} ${words.accountCount(counts.get(grade) ?? 0)}`)
		.join(words.separator);
}

/** Wage and commission rules as the case states them. */
function payHere({ findings, words, say }: Pen): string {
	const { parameters } = findings;
	const numbered = (prefix: string) => {
		const indices = Object.keys(parameters).flatMap((key) => {
			const match = key.startsWith(prefix) ? /^\d+/.exec(key.slice(prefix.length)) : null;
			return match ? [match[0]] : [];
		});
		return indices.filter(unique).map((index) => (name: string) => parameters[`${prefix}${index}.${name}`]);
	};
	const span = (rule: (name: string) => string | undefined) => [
		rule('from') && rule('from') !== '-' ? rule('from') : '',
		rule('until') && rule('until') !== '-' ? rule('until') : '',
	];
	const wages = numbered('pay.wages.').map((rule) =>
		say.methods.wage(word(words.roles, rule('role') ?? ''), rule('yuan_per_day') ?? '', span(rule).join(words.until)),
	);
	const commissions = numbered('pay.commissions.').map((rule) => {
		const [least, most] = [rule('yuan_per_lead.min'), rule('yuan_per_lead.max')];
		const rate = rule('yuan_per_lead') ?? (least === most ? least : `${least}–${most}`) ?? '';
		return say.methods.commission(
			rule('group') && rule('group') !== '-' ? (rule('group') as string) : '',
			rate,
			span(rule).join(words.until),
		);
	});
	return [...wages, ...commissions].join(words.stop);
}

function boundsHere({ findings, say, words }: Pen): string {
	const set = (name: string) => {
		const value = findings.parameters[name];
		return value === undefined || value === '-' ? undefined : value;
	};
	return [
		set('bounds.bonuses_max_yuan') && say.methods.bonuses(set('bounds.bonuses_max_yuan') as string),
		set('bounds.own_money_max_yuan') && say.methods.ownMoney(set('bounds.own_money_max_yuan') as string),
		set('bounds.source') && say.methods.statedBy(set('bounds.source') as string),
	]
		.filter((each): each is string => each !== undefined)
		.join(words.stop);
}

function unique(value: string, index: number, list: readonly string[]): boolean {
	return list.indexOf(value) === index;
}
