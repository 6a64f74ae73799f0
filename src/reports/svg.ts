import { visible } from './visible.ts';

/** The only place where SVG is spelt: every attribute and every text goes through `escapeXml`. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Fonts for Chinese on any desk: none is shipped, none is fetched. */
export const FONTS =
	"'Noto Sans SC','Source Han Sans SC','Noto Sans CJK SC','Microsoft YaHei','PingFang SC',sans-serif";

/** One element. Children are markup already. Undefined attributes are left out. */
export function element(name: string, attributes: Attributes, children: readonly string[] = []): string {
	let open = `<${name}`;
	for (const [key, value] of Object.entries(attributes))
		if (value !== undefined) open += ` ${key}="${typeof value === 'number' ? round(value) : escapeXml(value)}"`;
	return children.length === 0 ? `${open}/>` : `${open}>${children.join('')}</${name}>`;
}

export interface TextStyle {
	readonly anchor?: 'middle' | 'end';
	readonly bold?: boolean;
	readonly fill?: string;
}

/** A line of text with its baseline at `y`. */
export function textLine(content: string, x: number, y: number, size: number, style: TextStyle = {}): string {
	return element(
		'text',
		{
			x,
			y,
			'font-size': size,
			'text-anchor': style.anchor,
			'font-weight': style.bold ? 'bold' : undefined,
			fill: style.fill,
		},
		[escapeXml(content)],
	);
}

/** What a browser shows on hovering and a screen reader reads. */
export function tooltip(content: string): string {
	return element('title', {}, [escapeXml(content)]);
}

/** Two decimals at most: enough for a printed sheet, and the same text on every machine. */
export function round(value: number): string {
	const rounded = Math.round(value * 100) / 100;
	return String(rounded === 0 ? 0 : rounded);
}

const SPECIAL = /[&<>"']/;

export function escapeXml(content: string): string {
	const shown = visible(content);
	// Most text has none of them.
	if (!SPECIAL.test(shown)) return shown;
	return shown
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		.replaceAll("'", '&#39;');
}
