import type { DrawnParts } from '../run/package/draw-each.ts';
import type { DrawnPackage } from '../run/package/draw-package.ts';
import type { Cli } from './cli.ts';
import { startProgress } from './progress.ts';

/**
 * Draws the packages that case.yaml asks for after a run, and shows how far it is.
 *
 * @param signal ends the drawing between two parts
 * @throws Problem as `report`
 */
export async function listedPackages(
	folder: string,
	cli: Cli,
	signal?: AbortSignal,
): Promise<readonly (DrawnPackage | DrawnParts)[]> {
	const { drawListed } = await import('../run/package/draw-listed.ts');
	const progress = await startProgress(cli);
	const onPart = (part: string, done: number, total: number) => {
		signal?.throwIfAborted();
		progress.onProgress(`part.${part}`, done, total);
	};
	return await drawListed(folder, cli.terminal.env, onPart).finally(progress.stop);
}
