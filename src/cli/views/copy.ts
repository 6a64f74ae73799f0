import { withUnit } from '../../ledger/money.ts';
import type { CopiedCase } from '../../run/copy-case.ts';
import type { Stock, StockCounts } from '../../stores/fingerprint.ts';
import type { Words } from '../messages/words.ts';
import { table } from '../table.ts';

/** What a program gets of a copy: amounts in smallest units. */
export function copyOf({ assets: _assets, ...copied }: CopiedCase): Omit<CopiedCase, 'assets'> {
	return copied;
}

/** Both stores side by side, and what to do next. */
export function printCopy(
	{ from, to, setting, source, target, differences, assets }: CopiedCase,
	words: Words,
): string {
	const { say } = words;
	const kinds = Object.keys(source.counts) as (keyof StockCounts)[];
	const sums = [...new Set([...Object.keys(source.sums), ...Object.keys(target.sums)])].sort();
	const sum = (stock: Stock, asset: string) => {
		const amount = stock.sums[asset] ?? 0n;
		// The name of the line says which asset: several may call themselves by one symbol.
		return assets.has(asset) ? withUnit(amount, asset, assets) : String(amount);
	};
	const rows = [
		...kinds.map((kind) => [say(`copy.${kind}`), String(source.counts[kind]), String(target.counts[kind])]),
		...sums.map((asset) => [say('copy.sum', { asset }), sum(source, asset), sum(target, asset)]),
		[say('copy.fingerprint'), source.fingerprint.slice(0, 16), target.fingerprint.slice(0, 16)],
	];
	const lines = [
		say('copy.head', { from, to }),
		table(
			[
				{ title: say('copy.what') },
				{ title: say('copy.source'), align: 'right' },
				{ title: say('copy.target'), align: 'right' },
			],
			rows,
		),
	];
	if (differences.length > 0) return lines.join('\n');
	lines.push(say('copy.equal'));
	if (setting !== '')
		lines.push(say('copy.next', { setting: setting.includes(':') ? JSON.stringify(setting) : setting }));
	return lines.join('\n');
}
