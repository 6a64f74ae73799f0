import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A package that the bundle holds, with the terms it comes under. */
export interface Licensed {
	readonly name: string;
	readonly version: string;
	/** SPDX expression of its package.json. */
	readonly licence: string;
	/** Files with the terms, within `node_modules`; none where the package says its licence by name alone. */
	readonly texts: readonly string[];
}

/**
 * Every package below `node_modules`, packages within packages too, sorted by path.
 *
 * @throws Error where a package names no licence: nobody may hand it on
 */
export async function licencesOf(modules: string): Promise<Licensed[]> {
	const found: Licensed[] = [];
	for (const path of await packagesIn(modules, '')) {
		const about = JSON.parse(await readFile(join(modules, path, 'package.json'), 'utf8')) as About;
		const licence = licenceNamed(about);
		if (!licence) throw new Error(`the package ${about.name} names no licence`);
		const names = (await readdir(join(modules, path))).sort();
		const texts = names
			.filter((name) => /^(licen[cs]e|copying|notice|ofl)/i.test(name))
			.map((name) => `${path}/${name}`);
		found.push({ name: about.name, version: about.version, licence, texts });
	}
	return found;
}

interface About {
	readonly name: string;
	readonly version: string;
	readonly license?: string | { readonly type?: string };
	/** As old packages had it. */
	readonly licenses?: readonly { readonly type?: string }[];
}

function licenceNamed({ license, licenses }: About): string | undefined {
	if (typeof license === 'string') return license;
	return license?.type ?? licenses?.flatMap(({ type }) => type ?? []).join(' OR ');
}

async function packagesIn(modules: string, above: string): Promise<string[]> {
	const found: string[] = [];
	for (const name of (await readdir(join(modules, above))).sort()) {
		if (name.startsWith('.')) continue;
		const path = above === '' ? name : `${above}/${name}`;
		if (name.startsWith('@')) found.push(...(await packagesIn(modules, path)));
		else {
			found.push(path);
			const inner = await readdir(join(modules, path, 'node_modules')).catch(() => undefined);
			if (inner) found.push(...(await packagesIn(modules, `${path}/node_modules`)));
		}
	}
	return found;
}

/** The list as a text: a line a package, and where its terms stand. */
export function licenceList(packages: readonly Licensed[]): string {
	const lines = packages.map(
		({ name, version, licence, texts }) =>
			`${name} ${version}: ${licence}${texts.length > 0 ? ` (${texts.join(', ')})` : ''}`,
	);
	return `Packages in app/node_modules and the terms they come under. Node's own stand in node/LICENSE.\n\n${lines.join('\n')}\n`;
}
