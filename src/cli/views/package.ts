import type { DrawnParts } from '../../run/package/draw-each.ts';
import type { DrawnPackage } from '../../run/package/draw-package.ts';
import type { Words } from '../messages/words.ts';

/** Where the package lies and what a person opens first. */
export function printPackage({ folder, files, seal }: DrawnPackage, words: Words): string {
	const bytes = files.reduce((sum, { size }) => sum + size, 0);
	return words.say('report.drawn', { folder, files: files.length, megabytes: (bytes / 1e6).toFixed(1), seal });
}

/** Each package, and that together they are the case. */
export function printParts({ packages, reconciliation }: DrawnParts, words: Words): string {
	const drawn = packages.map((each) => printPackage(each, words));
	return [...drawn, words.say('report.reconciled', { packages: packages.length, path: reconciliation })].join('\n');
}

/** What a run drew besides its report folder. */
export function printListed(drawn: readonly (DrawnPackage | DrawnParts)[], words: Words): readonly string[] {
	return drawn.map((each) => ('packages' in each ? printParts(each, words) : printPackage(each, words)));
}
