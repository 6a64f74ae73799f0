import { formatTime } from '../../ledger/time.ts';
import type { Grade } from '../../ledger/transfer.ts';
import type { ReportInput } from '../report.ts';
import { element } from '../svg.ts';
import { word, wordsOf } from '../words.ts';
import { evidenceOf, exchangeWords, type Fact, toldFacts } from './told.ts';
import type { World } from './world.ts';

/** How sure a link is, drawn solid, dashed and dotted as on our charts. */
const STRENGTHS = { Confirmed: 'DotStyleSolid', Unconfirmed: 'DotStyleDashed', Tentative: 'DotStyleDotted' } as const;
type Strength = keyof typeof STRENGTHS;

const STRENGTH_OF: Readonly<Record<Grade, Strength>> = {
	'both-sides': 'Confirmed',
	'one-ledger': 'Unconfirmed',
	inferred: 'Tentative',
	stated: 'Tentative',
};

const ICONS = {
	person: 'Person',
	other: 'Organization',
	unknown: 'Person',
	wallet: 'Account',
	bank: 'Account',
	user: 'Account',
} as const;
/** Kind, grade and rows have places of their own. */
const FACTS = ['amount', 'asset', 'transfer', 'certainty', 'order', 'memo'] as const satisfies readonly Fact[];
const ROW_LENGTH = 40;
const STEP = 160;

/**
 * A chart of i2 Analyst's Notebook (.anx): holders and accounts as icons, each payment a link of its own with its rows as
 * source. Written by the element names that others write; no Analyst's Notebook was at hand to open it.
 */
export function* anx(world: World, { findings }: ReportInput): Generator<string> {
	const { language, offsetMinutes } = findings.case;
	const words = exchangeWords(language);
	const { kinds } = wordsOf(language);
	yield '<?xml version="1.0" encoding="UTF-8"?>\n<Chart>\n';
	yield collection('StrengthCollection', [
		...Object.entries(STRENGTHS).map(([name, style]) =>
			element('Strength', { Id: `s-${name}`, Name: name, DotStyle: style }),
		),
	]);
	const classes = [...FACTS, 'rate'] as const;
	const classIds = new Map<Fact | 'rate', string>(classes.map((fact, index) => [fact, `c${index}`]));
	yield collection(
		'AttributeClassCollection',
		[...classIds].map(([fact, id]) => element('AttributeClass', { Id: id, Name: words[fact], Type: 'AttText' })),
	);
	yield '<ChartItemCollection>\n';
	let at = 0;
	for (const { id, name, kind, role, group } of world.holders)
		yield icon(id, name, ICONS[kind], at++, [role === '' ? '' : word(wordsOf(language).roles, role), group]);
	for (const { id, account, kind } of world.accounts) yield icon(id, account, ICONS[kind], at++, [words[kind]]);
	for (const { id, holders } of world.accounts)
		for (const holder of holders)
			yield chartItem({ Label: words.holds }, holder, id, {
				ArrowStyle: 'ArrowNone',
				Type: words.holds,
				Strength: 'Unconfirmed',
			});
	const attributes = (facts: readonly (readonly [Fact | 'rate', string])[]) =>
		element(
			'AttributeCollection',
			{},
			facts.map(([fact, text]) =>
				element('Attribute', { AttributeClass: words[fact], AttributeClassReference: classIds.get(fact), Value: text }),
			),
		);
	for (const payment of world.payments()) {
		const { row, from, to, amount, symbol } = payment;
		const label = { Label: `${amount} ${symbol}`, SourceReference: evidenceOf(row), SourceType: row.medium };
		const style = {
			ArrowStyle: 'ArrowOnHead',
			Type: row.kind === '' ? '-' : word(kinds, row.kind),
			Strength: STRENGTH_OF[row.grade],
		};
		yield chartItem(
			{ ...label, ...timeOf(row.instant, offsetMinutes) },
			from.id,
			to.id,
			style,
			attributes(toldFacts(payment, FACTS, language)),
		);
	}
	for (const { from, to, instant, rate } of world.conversions) {
		const style = { ArrowStyle: 'ArrowOnHead', Type: words.conversion, Strength: 'Tentative' };
		const label = { Label: words.conversion, ...timeOf(instant, offsetMinutes) };
		yield chartItem(label, from.id, to.id, style, attributes([['rate', rate]]));
	}
	yield '</ChartItemCollection>\n</Chart>\n';
}

function collection(name: string, elements: readonly string[]): string {
	return `${element(name, {}, elements)}\n`;
}

function icon(id: string, label: string, type: string, at: number, card: readonly string[]): string {
	const [x, y] = [(at % ROW_LENGTH) * STEP, Math.floor(at / ROW_LENGTH) * STEP];
	const text = card.filter((part) => part !== '').join(', ');
	const cards = text === '' ? [] : [element('CardCollection', {}, [element('Card', { Summary: text })])];
	const entity = element('Entity', { EntityId: id, Identity: id, LabelIsIdentity: 'false' }, [
		element('Icon', {}, [element('IconStyle', { Type: type })]),
		...cards,
	]);
	return `${element('ChartItem', { Label: oneLine(label), XPosition: x }, [element('End', { X: x, Y: y, Z: 0 }, [entity])])}\n`;
}

function chartItem(
	label: Readonly<Record<string, string>>,
	from: string,
	to: string,
	style: Readonly<Record<string, string>>,
	attributes = '',
): string {
	const link = element('Link', { End1Id: from, End2Id: to }, [element('LinkStyle', style)]);
	return `${element('ChartItem', label, attributes === '' ? [link] : [link, attributes])}\n`;
}

/** In the zone of the case: a chart has no zone, and people compare it with the statements. */
function timeOf(instant: number, offsetMinutes: number): Record<string, string> {
	return { DateSet: 'true', TimeSet: 'true', DateTime: `${formatTime(instant, offsetMinutes).replace(' ', 'T')}.000` };
}

/** No value of such a chart may hold a line break. */
function oneLine(text: string): string {
	return text.replaceAll(/\s+/gu, ' ').trim();
}
