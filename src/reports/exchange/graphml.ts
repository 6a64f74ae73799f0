import type { ReportInput } from '../report.ts';
import { escapeXml } from '../svg.ts';
import { exchangeWords, utc } from './told.ts';
import type { World } from './world.ts';

/** Names that programs keep for drawing (color, size, x, y) are none of these. */
const NODE_KEYS = ['label', 'account', 'network', 'accountKind', 'holders', 'holderIds', 'roles', 'groups'] as const;
const EDGE_KEYS = [
	'link',
	'amount',
	'symbol',
	'asset',
	'time',
	'kind',
	'certainty',
	'grade',
	'orderNumber',
	'memo',
	'evidence',
	'rate',
] as const;

type Values<Key extends string> = Partial<Readonly<Record<Key, string>>>;

/**
 * GraphML: an account is a node, a payment an edge, whatever others run between the same two. All values are text, amounts
 * too: a number would be read as a float. Ids are numbers of this file, keys the shortest there are: they stand at every
 * value of every payment.
 */
export function* graphml(world: World, { findings }: ReportInput): Generator<string> {
	const words = exchangeWords(findings.case.language);
	const holders = new Map(world.holders.map((holder) => [holder.id, holder]));
	const nodes = new Map(world.accounts.map(({ id }, index) => [id, `n${index}`]));
	yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
	yield `<desc>${escapeXml(words.about)}</desc>\n`;
	yield '<key id="f" for="graph" attr.name="files" attr.type="string"/>\n';
	for (const [index, key] of NODE_KEYS.entries()) yield keyOf(`n${index}`, 'node', key);
	for (const [index, key] of EDGE_KEYS.entries()) yield keyOf(`e${index}`, 'edge', key);
	yield '<graph id="payments" edgedefault="directed">\n<data key="f">\n';
	for (const { number, path, hash } of world.files) yield `${escapeXml(`${number} ${path} SHA-256 ${hash}`)}\n`;
	yield '</data>\n';
	for (const { id, account, network, kind, holders: ids } of world.accounts) {
		const held = ids.flatMap((holder) => holders.get(holder) ?? []);
		const names = held.map(({ name }) => name).join(', ');
		const values: Values<(typeof NODE_KEYS)[number]> = {
			label: `${names} ${account}`,
			account,
			network,
			accountKind: kind,
			holders: names,
			holderIds: ids.join(','),
			roles: held.map(({ role }) => role).join(','),
			groups: held.map(({ group }) => group).join(','),
		};
		yield `<node id="${nodes.get(id)}">${dataOf('n', NODE_KEYS, values)}</node>\n`;
	}
	const edgeOf = (id: string, from: string, to: string, values: Values<(typeof EDGE_KEYS)[number]>) =>
		`<edge id="${escapeXml(id)}" source="${nodes.get(from)}" target="${nodes.get(to)}">${dataOf('e', EDGE_KEYS, values)}</edge>\n`;
	for (const { row, from, to, amount, symbol } of world.payments()) {
		yield edgeOf(row.id, from.id, to.id, {
			link: 'payment',
			amount,
			symbol,
			asset: row.asset,
			time: `${utc(row.instant)}Z`,
			kind: row.kind,
			certainty: row.certainty,
			grade: row.grade,
			orderNumber: row.order,
			memo: row.memo,
			evidence: world.evidenceOf(row),
		});
	}
	for (const { id, from, to, instant, rate } of world.conversions)
		yield edgeOf(id, from.id, to.id, { link: 'conversion', time: `${utc(instant)}Z`, grade: 'inferred', rate });
	yield '</graph>\n</graphml>\n';
}

function keyOf(id: string, what: 'node' | 'edge', name: string): string {
	return `<key id="${id}" for="${what}" attr.name="${name}" attr.type="string"/>\n`;
}

function dataOf<Key extends string>(prefix: string, keys: readonly Key[], values: Values<Key>): string {
	let xml = '';
	for (let index = 0; index < keys.length; index++) {
		const value = values[keys[index] as Key];
		if (value !== undefined && value !== '') xml += `<data key="${prefix}${index}">${escapeXml(value)}</data>`;
	}
	return xml;
}
