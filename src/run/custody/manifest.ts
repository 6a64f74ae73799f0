import { hash } from 'node:crypto';
import { z } from 'zod';
import { guideOf } from '../../reports/custody/guide.ts';
import { provenance } from '../../reports/custody/provenance.ts';
import type { GuideGroup, Listed } from '../../reports/custody/types.ts';
import type { Cover } from '../../reports/package/part.ts';
import type { Language } from '../../reports/words.ts';
import type { PlainStock } from '../../stores/fingerprint.ts';
import { writeOutput } from '../output-files.ts';
import { byName } from './digest.ts';
import { SUMS_FILE, sumsText } from './sums.ts';

export const MANIFEST_FILE = 'manifest.json';
/** The same for programs that speak CASE/UCO. */
const PROVENANCE_FILE = 'provenance.jsonld';
export const RUN_SCHEMA = 'liuxiang/run-manifest/1';
export const PACKAGE_SCHEMA = 'liuxiang/package-manifest/1';

/** What every manifest says: which case, run and program, and every file of its folder but itself and the sums. */
interface Head {
	readonly case: string;
	readonly run: string;
	readonly program: string;
	/** Every setting that could move a figure. */
	readonly parameters: Readonly<Record<string, string>>;
	/** Every file that the run read, by its path in the case folder. */
	readonly inputs: readonly Listed[];
	/** Records of law that ship with the program. */
	readonly law: readonly Listed[];
}

export interface RunManifest extends Head {
	readonly schema: typeof RUN_SCHEMA;
	/** What the store held of the case after the run. */
	readonly store: PlainStock;
	readonly files: readonly Listed[];
}

export interface PackageManifest extends Head {
	readonly schema: typeof PACKAGE_SCHEMA;
	/** For whom it is, as its front page says; the people of a part by id. */
	readonly cover: { readonly level: Cover['level']; readonly names: Cover['names']; readonly part?: string };
	/** Ids of the parts that were drawn. */
	readonly parts: readonly string[];
	readonly source: { readonly manifest: string; readonly store: string };
	readonly files: readonly Listed[];
}

/** What a folder is sealed with, before its files are listed. */
export type Unsealed<Manifest> = Omit<Manifest, 'files'>;

/**
 * Adds the provenance, the guide, the manifest and the sums to a folder whose other files are written.
 *
 * @returns all files but the sums, and the seal: SHA-256 of the sums, from which every byte of the folder follows
 */
export async function sealFolder<M extends RunManifest | PackageManifest>(
	folder: string,
	head: Unsealed<M>,
	language: Language,
	groups: readonly (Omit<GuideGroup, 'files'> & { readonly files: readonly Listed[] })[],
): Promise<{ readonly files: readonly Listed[]; readonly seal: string }> {
	const guide = guideOf(
		{ caseName: head.case, language, run: head.run, program: head.program },
		groups.map(({ id, files }) => ({ id, files: files.map(({ name }) => name) })),
	);
	const files = groups.flatMap((group) => group.files);
	const told = provenance({ ...head, files: [...files].sort(byName) });
	files.push(await writeOutput(folder, { name: PROVENANCE_FILE, content: () => [told] }));
	files.push(await writeOutput(folder, { name: guide.name, content: () => [guide.text] }));
	files.sort(byName);
	const text = `${JSON.stringify({ ...head, files }, null, '\t')}\n`;
	const all = [...files, await writeOutput(folder, { name: MANIFEST_FILE, content: () => [text] })].sort(byName);
	const sums = sumsText(all);
	await writeOutput(folder, { name: SUMS_FILE, content: () => [sums] });
	return { files: all, seal: hash('sha256', sums) };
}

const listed = z.array(z.object({ name: z.string(), size: z.number(), sha256: z.string(), sm3: z.string() }));
const head = z.object({
	...{ case: z.string(), run: z.string(), program: z.string(), parameters: z.record(z.string(), z.string()) },
	...{ inputs: listed, law: listed, files: listed },
});
const digests = z.object({ evidence: z.string(), decisions: z.string(), run: z.string(), fingerprint: z.string() });
const readable = z.discriminatedUnion('schema', [
	head.extend({
		schema: z.literal(RUN_SCHEMA),
		store: digests.extend({ counts: z.record(z.string(), z.number()), sums: z.record(z.string(), z.string()) }),
	}),
	head.extend({ schema: z.literal(PACKAGE_SCHEMA) }),
]);

/** The manifest that a text holds; undefined where it is none, or one of another build: it comes from whoever had the folder. */
export function readManifest<M extends RunManifest | PackageManifest>(
	text: string,
	schema: M['schema'],
): M | undefined {
	try {
		const manifest: unknown = JSON.parse(text);
		const { success, data } = readable.safeParse(manifest);
		return success && data.schema === schema ? (manifest as M) : undefined;
	} catch {
		return undefined;
	}
}
