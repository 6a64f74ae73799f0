import type { Findings } from '../../../findings/schema.ts';
import { word } from '../../words.ts';
import type { Block, Rich } from '../blocks.ts';
import type { Pen } from '../pen.ts';

type CashOut = Findings['cashOuts'][number];

/** What was concluded and not seen: matches of coins and yuan with their rivals, and proposals that somebody adopted. */
export function inferred(pen: Pen): Block[] {
	const { findings, say } = pen;
	const numbers = new Map(findings.cashOuts.map(({ id }, index) => [id, index + 1]));
	const bands = [...new Set(findings.cashOuts.flatMap((each) => (each.band ? [bandOf(each.band, pen)] : [])))];
	return [
		{ kind: 'heading', level: 1, text: say.inferred.heading, id: 'inferred', fresh: true },
		{ kind: 'paragraph', text: say.inferred.intro },
		...(bands.length === 0
			? []
			: ([{ kind: 'paragraph', text: say.inferred.bands(bands.join(pen.words.stop)) }] as const)),
		findings.cashOuts.length === 0
			? { kind: 'paragraph', text: say.inferred.none }
			: {
					kind: 'table',
					title: say.inferred.cashOuts,
					columns: [
						{ head: say.inferred.number, width: 'auto', right: true },
						{ head: say.inferred.person, width: { mm: 14 } },
						{ head: say.inferred.coins, width: { mm: 37 }, right: true },
						{ head: say.inferred.yuan, width: { mm: 29 }, right: true },
						{ head: say.inferred.rate, width: 'auto', right: true },
						{ head: say.inferred.status, width: { mm: 17 } },
						{ head: say.inferred.score, width: 'auto', right: true },
						{ head: say.inferred.rivals, width: { fr: 1 } },
					],
					rows: findings.cashOuts.map((cashOut, index) => rowOf(cashOut, index, numbers, pen)),
				},
		...overturning(pen),
		...adopted(pen),
		...histories(pen),
	];
}

function rowOf(cashOut: CashOut, index: number, numbers: ReadonlyMap<string, number>, pen: Pen): Rich[] {
	const { words, say } = pen;
	const rivals = cashOut.rivals
		.slice(0, 3)
		.map(({ id, score }) => say.inferred.rival(numbers.get(id), id, String(score)));
	const others = cashOut.rivals.length > 3 ? [say.inferred.moreRivals(cashOut.rivals.length - 3)] : [];
	const payee = cashOut.payee === undefined ? [] : [words.separator, pen.person(cashOut.payee)];
	return [
		String(index + 1),
		[pen.person(cashOut.party), ...payee],
		[
			pen.coins(cashOut.quantity, cashOut.asset),
			{ t: `${pen.time(cashOut.coinInstant)} ${words.times(String(cashOut.coins.length))}`, small: true, line: true },
		],
		[
			pen.yuan(cashOut.fen),
			{ t: `${pen.time(cashOut.yuanInstant)} ${words.times(String(cashOut.yuan.length))}`, small: true, line: true },
		],
		rateOf(cashOut.rate),
		[word(words.statuses, cashOut.status), { t: ` ${word(words.grades, cashOut.grade)}`, small: true }],
		String(cashOut.score),
		[
			word(words.cashOutWhys, cashOut.why),
			{ t: words.stop, small: true },
			{ t: say.inferred.chance(String(cashOut.chance)), small: true },
			...[...rivals, ...others].map((text) => ({ t: `${words.stop}${text}`, small: true }) as const),
		],
	];
}

function rateOf(rate: string): string {
	return rate.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
}

function bandOf({ min, max, source, basis }: NonNullable<CashOut['band']>, { words }: Pen): string {
	return words.withRole(`${min}–${max}`, `${word(words.bandBases, basis)} ${source}`);
}

/** What would overturn a match, in the kinds of things that there are: each match has its own figures in schedule 9. */
function overturning(pen: Pen): Block[] {
	const example = pen.findings.cashOuts.find(({ overturned }) => overturned.length > 0);
	if (example === undefined) return [];
	const number = pen.findings.cashOuts.indexOf(example) + 1;
	return [
		{ kind: 'paragraph', text: pen.say.inferred.overturned(number) },
		{ kind: 'list', items: example.overturned.map((reason) => pen.reason(reason)) },
	];
}

function adopted(pen: Pen): Block[] {
	const { hierarchy } = pen.findings;
	if (hierarchy.adopted.length === 0) return [];
	const { say } = pen;
	return [
		{ kind: 'paragraph', text: say.inferred.adopted },
		{
			kind: 'list',
			items: hierarchy.adopted.map(({ person, role, superior, source, payouts }) =>
				say.inferred.adoption({ person, role: pen.role(role), superior, source, payouts }),
			),
		},
	];
}

/** Readings that a whole pay history makes likely: in no total. */
function histories({ findings, say, count }: Pen): Block[] {
	const likely = findings.payouts.filter(({ history }) => history?.likely !== undefined).length;
	return likely === 0 ? [] : [{ kind: 'paragraph', text: say.inferred.histories(count(likely)) }];
}
