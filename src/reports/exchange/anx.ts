import { formatTime } from '../../ledger/time.ts';
import type { Grade } from '../../ledger/transfer.ts';
import type { ReportInput } from '../report.ts';
import { element } from '../svg.ts';
import { word, wordsOf } from '../words.ts';
import { exchangeWords, type Fact, toldFacts } from './told.ts';
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

/** Names of types, which are those of the icons too. */
const ICONS = {
	person: 'Person',
	other: 'Organization',
	unknown: 'Person',
	wallet: 'Account',
	bank: 'Account',
	user: 'Account',
} as const;
/** Amount, kind, grade, id and rows have places of their own. */
const FACTS = ['asset', 'certainty', 'order', 'memo'] as const satisfies readonly Fact[];
/** A payment of which nobody knows for what. */
const NO_KIND = '-';
const ROW_LENGTH = 40;
const STEP = 160;

/**
 * A chart of i2 Analyst's Notebook (.anx): holders and accounts as icons, each payment a link of its own with its rows as
 * source. Elements and their order are those that others write (anxwritter, a police force's charts from a database); no
 * Analyst's Notebook was at hand to open it. Types go by name, as the attributes of the chart say, classes by id. Ends are numbers of this file, since each link repeats two of them; an entity's identity is its id.
 */
export function* anx(world: World, { findings }: ReportInput): Generator<string> {
	const { language, offsetMinutes } = findings.case;
	const words = exchangeWords(language);
	const { kinds, roles } = wordsOf(language);
	yield '<?xml version="1.0" encoding="UTF-8"?>\n<Chart Rigorous="false" IdReferenceLinking="false">\n';
	yield collection(
		'StrengthCollection',
		Object.entries(STRENGTHS).map(([name, style]) =>
			element('Strength', { Id: `s-${name}`, Name: name, DotStyle: style }),
		),
	);
	const classes = [...FACTS, 'rate'] as const;
	const classIds = new Map<Fact | 'rate', string>(classes.map((fact, index) => [fact, `c${index}`]));
	yield collection(
		'AttributeClassCollection',
		[...classIds].map(([fact, id]) =>
			element('AttributeClass', { Id: id, Name: words[fact], Type: 'AttText', ...CLASS_OF_USERS }),
		),
	);
	yield collection(
		'EntityTypeCollection',
		[...new Set(Object.values(ICONS))].map((name, index) =>
			element('EntityType', {
				Id: `e${index}`,
				Name: name,
				PreferredRepresentation: 'RepresentAsIcon',
				IconFile: name,
			}),
		),
	);
	yield collection(
		'LinkTypeCollection',
		[...new Set([words.holds, words.conversion, NO_KIND, ...Object.values(kinds)])].map((name, index) =>
			element('LinkType', { Id: `l${index}`, Name: name }),
		),
	);
	const files = world.files.map(({ number, path, hash }) =>
		element('CustomProperty', { Name: number, Type: 'String', Value: `${path} SHA-256 ${hash}` }),
	);
	if (files.length > 0) yield collection('Summary', [element('CustomPropertyCollection', {}, files)]);
	yield '<ChartItemCollection>\n';
	const ends = new Map<string, string>();
	const endOf = (id: string): string => {
		const known = ends.get(id) ?? String(ends.size + 1);
		ends.set(id, known);
		return known;
	};
	for (const { id, name, kind, role, group } of world.holders)
		yield icon(id, endOf(id), name, ICONS[kind], [role === '' ? '' : word(roles, role), group]);
	for (const { id, account, kind } of world.accounts) yield icon(id, endOf(id), account, ICONS[kind], [words[kind]]);
	for (const { id, holders } of world.accounts)
		for (const holder of holders)
			yield chartItem({ Label: words.holds }, endOf(holder), endOf(id), {
				ArrowStyle: 'ArrowNone',
				Type: words.holds,
				Strength: 'Unconfirmed',
			});
	const attributes = (facts: readonly (readonly [Fact | 'rate', string])[]) =>
		facts.length === 0
			? ''
			: element(
					'AttributeCollection',
					{},
					facts.map(([fact, text]) =>
						element('Attribute', {
							AttributeClassReference: classIds.get(fact),
							Value: text,
						}),
					),
				);
	for (const payment of world.payments()) {
		const { row, from, to, amount, symbol } = payment;
		const label = {
			Label: `${amount} ${symbol}`,
			Description: row.id,
			SourceReference: world.evidenceOf(row),
			SourceType: row.medium,
		};
		const style = {
			ArrowStyle: 'ArrowOnHead',
			Type: row.kind === '' ? NO_KIND : word(kinds, row.kind),
			Strength: STRENGTH_OF[row.grade],
		};
		yield chartItem(
			{ ...label, ...timeOf(row.instant, offsetMinutes) },
			endOf(from.id),
			endOf(to.id),
			style,
			attributes(toldFacts(payment, FACTS, language)),
		);
	}
	for (const { from, to, instant, rate } of world.conversions) {
		const style = { ArrowStyle: 'ArrowOnHead', Type: words.conversion, Strength: 'Tentative' };
		const label = { Label: words.conversion, ...timeOf(instant, offsetMinutes) };
		yield chartItem(label, endOf(from.id), endOf(to.id), style, attributes([['rate', rate]]));
	}
	yield '</ChartItemCollection>\n</Chart>\n';
}

/** Of a class that users made: where it is not said, a chart takes it for one of its own, and hides the values. */
const CLASS_OF_USERS = { IsUser: 'true', UserCanAdd: 'true', UserCanRemove: 'true', ShowValue: 'true' } as const;

function collection(name: string, elements: readonly string[]): string {
	return `${element(name, {}, elements)}\n`;
}

/** @param end number of the entity, from 1, by which it has its place in the grid */
function icon(id: string, end: string, label: string, type: string, card: readonly string[]): string {
	const at = Number(end) - 1;
	const [x, y] = [(at % ROW_LENGTH) * STEP, Math.floor(at / ROW_LENGTH) * STEP];
	const text = card.filter((part) => part !== '').join(', ');
	const cards = text === '' ? [] : [element('CardCollection', {}, [element('Card', { Summary: text })])];
	const entity = element('Entity', { EntityId: end, Identity: id, LabelIsIdentity: 'false' }, [
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
