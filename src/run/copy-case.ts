import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Asset } from '../ledger/asset.ts';
import { Problem } from '../ledger/problem.ts';
import { concludeAll } from '../stores/conclusions.ts';
import type { RunWriter, Store } from '../stores/contract.ts';
import { type Copied, type CopyStep, copyStore } from '../stores/copy.ts';
import { shownPlace } from '../stores/neo4j/address.ts';
import { openStore } from '../stores/open.ts';
import type { Neo4jPlace, StorePlace } from '../stores/place.ts';
import { type CaseFolder, openCase } from './case-folder.ts';
import { conclusionsIn } from './conclusions/last-run.ts';
import { settingsOf } from './settings.ts';
import { type Environment, neo4jPlace, storePlace } from './store-place.ts';

export interface CopyRequest {
	/** Path of a DuckDB file, or the address of a Neo4j server, whose login `case.yaml` names under `neo4j`. */
	readonly to: string;
	readonly env: Environment;
	readonly onProgress: (step: CopyStep, done: number, total: number) => void;
}

export interface CopiedCase extends Copied {
	/** Path or address, without a login. */
	readonly from: string;
	readonly to: string;
	/** What `store` in `case.yaml` says of the copy; '' where a case cannot work on it: a file elsewhere. */
	readonly setting: string;
	/** Every asset of the case, by id. */
	readonly assets: ReadonlyMap<string, Asset>;
}

/**
 * Copies the store of a case into another one, which it makes where there is none. `case.yaml` stays as it is.
 *
 * @throws Problem `copy.same`, `copy.empty`, `copy.other-case`; `report.missing` where the case has no store;
 * `store.unknown-kind`; those of `neo4jPlace` and of both stores
 */
export async function copyCase(root: string, { to, env, onProgress }: CopyRequest): Promise<CopiedCase> {
	const folder = await openCase(root);
	const from = await storePlace(folder, env);
	const target = await targetPlace(folder, to, env);
	const names = { from: shown(from), to: shown(target) };
	if (await isSame(from, target)) throw new Problem('usage', 'copy.same', { to: names.to });
	if (typeof from === 'string' && !existsSync(from)) throw new Problem('usage', 'report.missing', { folder: root });
	const source = await openStore(from, { readOnly: true });
	try {
		if ((await source.files()).length === 0)
			throw new Problem('usage', 'copy.empty', { path: names.from, folder: root });
		const copy = await openStore(target);
		try {
			const conclude = (writer: RunWriter) => concludeFrom(source, writer);
			const copied = await copyStore(source, copy, { path: names.to, conclude, onProgress });
			return { ...copied, ...names, setting: await settingFor(folder, target), assets: settingsOf(folder.file).assets };
		} finally {
			await copy.close();
		}
	} finally {
		await source.close();
	}
}

async function targetPlace(folder: CaseFolder, to: string, env: Environment): Promise<StorePlace> {
	if (/^(?:neo4j|bolt)(?:\+s|\+ssc)?:\/\//.test(to)) return await neo4jPlace(folder, to, env);
	const scheme = to.indexOf('://');
	if (scheme >= 0) throw new Problem('usage', 'store.unknown-kind', { scheme: to.slice(0, scheme) });
	return to;
}

async function concludeFrom(source: Store, writer: RunWriter): Promise<void> {
	const conclude = writer.conclude?.bind(writer);
	const concluded = conclude && (await conclusionsIn(source));
	if (concluded) await concludeAll({ conclude }, concluded);
}

async function isSame(a: StorePlace, b: StorePlace): Promise<boolean> {
	if (typeof a === 'string' || typeof b === 'string')
		return typeof a === 'string' && typeof b === 'string' && (await real(a)) === (await real(b));
	return hostOf(a) === hostOf(b) && a.database === b.database && a.case === b.case;
}

/** A server is one, with or without encryption and routing. */
function hostOf({ address }: Neo4jPlace): string {
	return address.replace(/^[^/]*\/\//, '').replace(/[/?].*$/, '');
}

/** The file itself, through links in its path; it need not be there yet. */
async function real(path: string): Promise<string> {
	if (existsSync(path)) return await realpath(path);
	const above = dirname(resolve(path));
	return join(existsSync(above) ? await realpath(above) : above, basename(path));
}

async function settingFor(folder: CaseFolder, target: StorePlace): Promise<string> {
	if (typeof target !== 'string') return target.address;
	return (await real(target)) === (await real(folder.store)) ? 'duckdb' : '';
}

function shown(place: StorePlace): string {
	return typeof place === 'string' ? place : shownPlace(place);
}
