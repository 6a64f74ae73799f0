import { safeName } from '../file-name.ts';
import { wordsOf } from '../words.ts';
import type { PackageInput } from './part.ts';

/** What a package's folder is called: case, for whom, which part, and the run it was drawn from. */
export function packageName({ findings, cover }: Pick<PackageInput, 'findings' | 'cover'>): string {
	const { packageLevels } = wordsOf(findings.case.language);
	const part = cover.part === undefined ? [] : [safeName(cover.part.title)];
	return [safeName(findings.case.name), packageLevels[cover.level], ...part, cover.run.slice(-12)].join('_');
}
