import { join } from 'node:path';
import { safeName } from '../../reports/file-name.ts';
import { type Grouping, partsBy } from '../../reports/part/choose.ts';
import { partInput } from '../../reports/part/part-input.ts';
import { reconciles, reconciliation, sumsOf } from '../../reports/part/reconcile.ts';
import { partWords } from '../../reports/part/words.ts';
import { wordsOf } from '../../reports/words.ts';
import { writeOutput } from '../output-files.ts';
import { type DrawnPackage, drawOne, type PackageRequest, withRun } from './draw-package.ts';

/** Packages that are the case together, and the table that shows it. */
export interface DrawnParts {
	readonly packages: readonly DrawnPackage[];
	/** Path of 汇总核对. */
	readonly reconciliation: string;
}

/**
 * Draws a package for each group, batch, office or province, and a table of their sums beside that of the whole case.
 *
 * @param request `to` is the folder that the packages are put into
 * @throws Problem as `drawPackage`
 * @throws Error where the packages are not the case together: a bug
 */
export async function drawEach(
	root: string,
	{ to, ...request }: Omit<PackageRequest, 'choice'>,
	by: Grouping,
): Promise<DrawnParts> {
	return await withRun(root, request.env ?? {}, async (opened) => {
		const { input: whole, run } = opened;
		const { level, names } = request;
		const folder = to ?? join(root, 'packages');
		const [packages, sums] = [[] as DrawnPackage[], [] as { title: string; sums: ReturnType<typeof sumsOf> }[]];
		for (const part of partsBy(whole.findings, by)) {
			const drawn = await drawOne(
				opened,
				{ ...request, ...(to === undefined ? {} : { to: join(to, safeName(part.title)) }) },
				part,
			);
			packages.push(drawn);
			sums.push({ title: part.title, sums: sumsOf(partInput({ ...whole, cover: { level, names, run } }, part)) });
		}
		const all = sumsOf(whole);
		if (
			!reconciles(
				sums.map((part) => part.sums),
				all,
			)
		)
			throw new Error(`the parts by ${by} are not the whole case`);
		const { case: about } = whole.findings;
		const file = [
			partWords(about.language).file,
			safeName(about.name),
			wordsOf(about.language).packageLevels[level],
			run.slice(-12),
		];
		const name = `${file.join('_')}.csv`;
		await writeOutput(folder, { name, content: () => reconciliation(whole.findings, sums, all) });
		return { packages, reconciliation: join(folder, name) };
	});
}
