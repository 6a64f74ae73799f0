import { join } from 'node:path';
import { nameOf, packageName, partName } from '../../reports/package/name.ts';
import { type Grouping, partsBy } from '../../reports/part/choose.ts';
import { reconciles, reconciliation, type Sums, sumsOf } from '../../reports/part/reconcile.ts';
import { partWords } from '../../reports/part/words.ts';
import { writeOutput } from '../output-files.ts';
import { type DrawnPackage, inputOf, type PackageRequest, withRun, writePackage } from './draw-package.ts';

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
		const { findings } = opened.input;
		const folder = to ?? join(root, 'packages');
		const [packages, sums] = [[] as DrawnPackage[], [] as { title: string; sums: Sums }[]];
		// Named as the packages are: who may not see a name there may not see it beside them.
		const { file: table, by: words } = partWords(findings.case.language);
		const name = `${table}_${nameOf(inputOf(opened, request), [words[by]])}.csv`;
		for (const part of partsBy(findings, by)) {
			const input = inputOf(opened, request, part);
			const shown = input.cover.part ?? part;
			const own = to === undefined ? packageName(input) : partName(shown);
			packages.push(await writePackage(join(folder, own), input, request));
			sums.push({ title: shown.title, sums: sumsOf(input) });
		}
		const whole = sumsOf(opened.input);
		const parts = sums.map((part) => part.sums);
		if (!reconciles(parts, whole)) throw new Error(`the parts by ${by} are not the whole case`);
		await writeOutput(folder, { name, content: () => reconciliation(findings, sums, whole) });
		return { packages, reconciliation: join(folder, name) };
	});
}
