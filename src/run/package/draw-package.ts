import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Party } from '../../ledger/parties.ts';
import { Problem } from '../../ledger/problem.ts';
import type { Listed } from '../../reports/custody/types.ts';
import { maskInput } from '../../reports/masking/mask-input.ts';
import { PARTS } from '../../reports/package/list.ts';
import { packageName } from '../../reports/package/name.ts';
import type { Cover, PackageInput, PackagePart } from '../../reports/package/part.ts';
import { type Choice, choose, type Part } from '../../reports/part/choose.ts';
import { partInput } from '../../reports/part/part-input.ts';
import { MANIFEST_FILE, PACKAGE_SCHEMA, type PackageManifest, sealFolder } from '../custody/manifest.ts';
import { writeOutput } from '../output-files.ts';
import { openView } from '../questions/case-view.ts';
import type { Environment } from '../store-place.ts';
import { readOnce } from './read-once.ts';
import { readRun } from './read-run.ts';

export interface PackageRequest {
	readonly level: Cover['level'];
	readonly names: Cover['names'];
	/** Ids of the parts to draw; all of them where it is absent. */
	readonly only?: readonly string[];
	/** The folder to write; `packages/<name>` in the case folder where it is absent. */
	readonly to?: string;
	/** Whom it is about; the whole case where it is absent. */
	readonly choice?: Choice;
	readonly env?: Environment;
	/** Told before each part is drawn. */
	readonly onPart?: (part: string, done: number, total: number) => void;
}

export interface DrawnPackage {
	readonly folder: string;
	readonly files: readonly Listed[];
	/** SHA-256 of its SHA256SUMS: what is written down where the package is handed over. */
	readonly seal: string;
}

/** The last run of a case, whole and unmasked: what every package of it is drawn from. */
export interface PackageCase {
	readonly run: string;
	readonly input: Omit<PackageInput, 'cover'>;
	readonly parties: readonly Party[];
}

/**
 * Opens the last run of a case for packages.
 *
 * @throws Problem report.missing where the case was never run; report.folder-missing
 */
export async function withRun<Result>(
	root: string,
	env: Environment,
	work: (opened: PackageCase) => Promise<Result>,
): Promise<Result> {
	const view = await openView(root, env);
	try {
		const { run, ...input } = await readRun(view);
		return await work({ run, input, parties: [...view.parties.all.values()] });
	} finally {
		await view.close();
	}
}

/**
 * Draws a package from the last run of a case. The folder gets its name last: a half-written one is never seen. The same
 * run and request give the same bytes.
 *
 * @throws Problem report.missing where the case was never run; report.folder-missing; report.place where something else
 * lies in the folder named; part.unknown, part.ambiguous, part.empty of a choice
 */
export async function drawPackage(root: string, request: PackageRequest): Promise<DrawnPackage> {
	const { choice } = request;
	return await withRun(root, request.env ?? {}, async (opened) => {
		const input = inputOf(opened, request, choice && choose(opened.input.findings, choice));
		return await writePackage(request.to ?? join(root, 'packages', packageName(input)), input, request);
	});
}

/** What the package of the whole case, or of a part of it, is drawn from: masked. */
export function inputOf(
	{ run, input: whole, parties }: PackageCase,
	{ level, names }: Pick<PackageRequest, 'level' | 'names'>,
	part?: Part,
): PackageInput {
	const covered: PackageInput = { ...whole, cover: { level, names, run } };
	return readOnce(maskInput(part === undefined ? covered : partInput(covered, part), parties, whole));
}

/** @throws Problem report.place */
export async function writePackage(
	folder: string,
	input: PackageInput,
	{ only, onPart, level, names }: PackageRequest,
): Promise<DrawnPackage> {
	await checkPlace(folder);
	const part = join(dirname(folder), `.${basename(folder)}.part`);
	await rm(part, { recursive: true, force: true });
	await mkdir(part, { recursive: true, mode: 0o700 });
	const wanted = PARTS.filter(({ id }) => only === undefined || only.includes(id));
	const drawing: Promise<DrawnPart>[] = [];
	for (const [index, one] of wanted.entries()) {
		onPart?.(one.id, index, wanted.length);
		const drawn = drawPart(part, one, input);
		drawing.push(drawn);
		// What fails meanwhile is told where all are awaited.
		if (one.apart) drawn.catch(() => undefined);
		else await drawn;
	}
	const groups = await Promise.all(drawing);
	const { findings, custody, cover } = input;
	const sealed = await sealFolder<PackageManifest>(
		part,
		{
			schema: PACKAGE_SCHEMA,
			case: findings.case.name,
			run: cover.run,
			program: custody.program,
			cover: { level, names, ...(cover.part === undefined ? {} : { part: cover.part.title }) },
			parts: wanted.map(({ id }) => id),
			parameters: findings.parameters,
			inputs: custody.inputs,
			law: custody.law,
			source: { manifest: custody.manifest, store: custody.store },
		},
		findings.case.language,
		groups,
	);
	await rm(folder, { recursive: true, force: true });
	await rename(part, folder);
	return { folder, ...sealed };
}

interface DrawnPart {
	readonly id: string;
	readonly files: readonly Listed[];
}

async function drawPart(folder: string, { id, files }: PackagePart, input: PackageInput): Promise<DrawnPart> {
	const listed: Listed[] = [];
	for (const { path, content } of files(input)) listed.push(await writeOutput(folder, { name: path, content }));
	return { id, files: listed };
}

/**
 * A package takes the place of an earlier one, and of nothing else that lies there.
 *
 * @throws Problem report.place {folder}
 */
async function checkPlace(folder: string): Promise<void> {
	const names = await readdir(folder).catch((cause: { code?: string }) => (cause.code === 'ENOENT' ? [] : ['']));
	if (names.length === 0) return;
	const text = await readFile(join(folder, MANIFEST_FILE), 'utf8').catch(() => '');
	if (!text.includes(PACKAGE_SCHEMA)) throw new Problem('usage', 'report.place', { folder });
}
