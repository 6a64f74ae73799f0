import { drawPackage } from '../../src/run/package/draw-package.ts';

export interface PackageTold {
	readonly ms: number;
	/** Milliseconds by part, and of what comes before the first. */
	readonly parts: Readonly<Record<string, number>>;
	readonly files: number;
	readonly bytes: number;
}

/** Draws the whole package of a case that was run. `job` of `child.ts`. */
export async function job(folder: string): Promise<PackageTold> {
	const start = performance.now();
	const parts: Record<string, number> = {};
	let [part, since] = ['opening', start];
	const next = (name: string) => {
		const now = performance.now();
		parts[part] = Math.round(now - since);
		[part, since] = [name, now];
	};
	const { files } = await drawPackage(folder, { level: 'court', names: 'full', onPart: next });
	next('');
	const bytes = files.reduce((sum, { size }) => sum + size, 0);
	return { ms: performance.now() - start, parts, files: files.length, bytes };
}
