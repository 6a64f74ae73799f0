import { POLICIES } from '../../findings/traced-schema.ts';
import { INK } from '../chart/paint-links.ts';
import type { PersonWay, WayShare } from '../person-way.ts';
import { element, textLine } from '../svg.ts';
import { word } from '../words.ts';
import { fitted } from './fitted.ts';
import type { Pen } from './pen.ts';
import type { Area } from './sheet.ts';

const ROW = 11;
const SIZE = 6.5;

/** What each policy says of one payment, origins as rows. */
export interface ShareTable {
	readonly height: number;
	paint(area: Pick<Area, 'x' | 'y' | 'width'>): string;
}

export function shareTable({ shares, payment }: PersonWay, pen: Pen): ShareTable {
	const origins = [...new Set(shares.map(({ origin }) => origin))].sort(
		(a, b) => rank(a) - rank(b) || (a < b ? -1 : 1),
	);
	const cell = (policy: string, origin: string) => {
		const found = shares.find((share) => share.policy === policy && share.origin === origin);
		return found === undefined ? '—' : cellText(found, pen, payment.asset);
	};
	const sum = (policy: string) =>
		pen.amount(
			shares.reduce((total, share) => (share.policy === policy ? total + share.amount : total), 0n),
			payment.asset,
		);
	const rows = [
		[pen.own.shares.origin, ...POLICIES.map((policy) => word(pen.words.policies, policy))],
		...origins.map((origin) => [pen.origin(origin), ...POLICIES.map((policy) => cell(policy, origin))]),
		[pen.own.shares.sum, ...POLICIES.map((policy) => (policy === 'poison' ? '—' : sum(policy)))],
	];
	return {
		height: 14 + ROW * rows.length + 4,
		paint: ({ x, y, width }) => {
			const first = width * 0.44;
			const other = (width - first) / POLICIES.length;
			const top = y + 12;
			const line = { stroke: INK, 'stroke-width': 0.4 };
			const texts = rows.flatMap((cells, r) =>
				cells.map((text, c) => {
					const base = top + ROW * r + 8;
					const bold = r === 0 || r === rows.length - 1;
					if (c === 0) return textLine(fitted(text, SIZE, first - 8, bold), x + 3, base, SIZE, { bold });
					const shown = fitted(text, SIZE, other - 6, bold);
					return textLine(shown, x + first + other * c - 3, base, SIZE, { bold, anchor: 'end' });
				}),
			);
			const rules = Array.from({ length: rows.length + 1 }, (_, r) =>
				element('line', { x1: x, y1: top + ROW * r, x2: x + width, y2: top + ROW * r, ...line }),
			);
			return element('g', { class: 'shares' }, [
				textLine(pen.own.shares.title, x, y + 8, 7.5, { bold: true }),
				...rules,
				...texts,
			]);
		},
	};
}

/** Under poison an origin marks the whole: no amount of its own. */
function cellText({ policy, amount }: WayShare, pen: Pen, asset: string): string {
	return policy === 'poison' ? pen.own.shares.poison : pen.amount(amount, asset);
}

/** Seeds first. */
function rank(origin: string): number {
	return ['?opening', '?unknown', '?round'].indexOf(origin);
}
