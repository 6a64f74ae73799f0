import type { LinkChange } from '../../findings/changes/links-schema.ts';
import type { Changes } from '../../findings/changes/schema.ts';
import { CNY } from '../../ledger/asset.ts';
import { word } from '../words.ts';
import { type Block, section } from './blocks.ts';
import type { Desk } from './desk.ts';

/** Inferred links that came, went or got another standing. */
export function linkSections({ links }: Changes, desk: Desk): Block[] {
	const { words, common, more } = desk;
	const { columns: c } = words;
	const columns = [
		...[{ title: c.change }, { title: c.kind }, { title: c.what }, { title: c.was }, { title: c.is }],
		{ title: c.look, as: 'code' as const },
	];
	const standing = (status: string | undefined) => (status === undefined ? '' : word(common.statuses, status));
	const rows = links.map((link) => [
		...[word(words.linkChanges, link.change), word(words.linkKinds, link.kind), whatOf(link, desk)],
		...[standing(link.was), standing(link.is), lookOf(link)],
	]);
	return section(words.headings.links, columns, rows, more);
}

function whatOf({ kind, facts }: LinkChange, { words, common, amount }: Desk): string {
	const text = (name: string) => String(facts[name] ?? '');
	if (kind === 'role') return words.links.role(text('unit'), word(common.roles, text('role')));
	if (kind === 'superior') return words.links.superior(text('unit'), text('superior'));
	if (kind === 'holder') return words.links.holder(text('account'), text('person'));
	const [coins, yuan] = [amount(text('quantity'), text('asset')), amount(text('fen'), CNY.id)];
	return words.links['cash-out'](coins, yuan, text('person'));
}

/** One that is gone answers to nothing any more. */
function lookOf({ kind, change, id }: LinkChange): string {
	if (change === 'gone') return '';
	return kind === 'holder' ? `liuxiang todo (${id})` : `liuxiang why ${id}`;
}
