import type { DrawnPackage } from '../../run/package/draw-package.ts';
import type { Words } from '../messages/words.ts';

/** Where the package lies and what a person opens first. */
export function printPackage({ folder, files, seal }: DrawnPackage, words: Words): string {
	const bytes = files.reduce((sum, { size }) => sum + size, 0);
	return words.say('report.drawn', { folder, files: files.length, megabytes: (bytes / 1e6).toFixed(1), seal });
}
