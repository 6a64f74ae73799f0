import { namesFor } from '../../reports/package/name.ts';
import { openCase } from '../case-folder.ts';
import type { Environment } from '../store-place.ts';
import { type DrawnParts, drawEach } from './draw-each.ts';
import { type DrawnPackage, drawPackage, type PackageRequest } from './draw-package.ts';

/**
 * Draws the packages that `packages` of case.yaml asks for, from the last run.
 *
 * @throws Problem as `drawPackage`
 */
export async function drawListed(
	root: string,
	env: Environment,
	onPart: NonNullable<PackageRequest['onPart']>,
): Promise<readonly (DrawnPackage | DrawnParts)[]> {
	const drawn: (DrawnPackage | DrawnParts)[] = [];
	for (const { level, names, each } of (await openCase(root)).file.packages) {
		const request = { level, names: names ?? namesFor(level), env, onPart };
		drawn.push(each === undefined ? await drawPackage(root, request) : await drawEach(root, request, each));
	}
	return drawn;
}
