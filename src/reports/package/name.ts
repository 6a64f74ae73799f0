import { hash } from 'node:crypto';
import { safeName } from '../file-name.ts';
import { wordsOf } from '../words.ts';
import type { Cover, PackageInput } from './part.ts';

/** How names are shown where nobody says: not to the public. */
export function namesFor(level: Cover['level']): Cover['names'] {
	return level === 'public' ? 'masked' : 'full';
}

/**
 * What a package's folder is called: case, for whom, names where they are not shown as usual, which part, and the run it was
 * drawn from. Packages that show different things have different names: one never takes the place of another.
 */
export function packageName({ findings, cover }: Pick<PackageInput, 'findings' | 'cover'>): string {
	return nameOf({ findings, cover }, cover.part === undefined ? [] : [partName(cover.part)]);
}

/** The same for packages that are the case together, and for what lies beside them. */
export function nameOf({ findings, cover }: Pick<PackageInput, 'findings' | 'cover'>, more: readonly string[]): string {
	const { packageLevels, packageNames } = wordsOf(findings.case.language);
	const names = cover.names === namesFor(cover.level) ? [] : [packageNames[cover.names]];
	const head = [safeName(findings.case.name), packageLevels[cover.level], ...names];
	return [...head, ...more, cover.run.slice(-12)].join('_');
}

/** The title and a hash of its people: two choices may have one title (`12人`), or titles that one file system calls equal. */
export function partName({ title, people }: NonNullable<Cover['part']>): string {
	const mark = hash('sha256', [...people].sort().join()).slice(0, 4);
	return [safeName(title), mark].filter((text) => text !== '').join('-');
}
