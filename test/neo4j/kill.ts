import { equal } from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { openStore } from '../../src/stores/open.ts';
import type { Neo4jPlace } from '../../src/stores/place.ts';
import { startChild } from '../stores/child.ts';
import { load } from '../stores/load.ts';
import { fingerprint } from '../stores/samples.ts';
import { cuttingProxy } from './cutting-proxy.ts';
import { withDriver } from './driver.ts';
import { dumpCase } from './dump.ts';

import { makeServer, type Server, type ServerLogin } from './server.ts';

/** A server of one's own, what an undisturbed load leaves on it, and its end. */
export async function onServer(use: (server: Server, whole: Loaded) => Promise<void>): Promise<void> {
	const server = await makeServer();
	try {
		await use(server, await loadWhole(server, 'undisturbed'));
	} finally {
		await server.remove();
	}
}

/**
 * A load that loses the answers to some commits goes on by itself, and leaves the same graph.
 *
 * @returns how many commits it had
 */
export async function loseAnswers(
	server: ServerLogin,
	name: string,
	cut: ReadonlySet<number>,
	whole: Loaded,
): Promise<number> {
	const proxy = await cuttingProxy(server.address, cut);
	try {
		await load(placeOn({ ...server, address: proxy.address }, name), () => undefined);
	} finally {
		await proxy.close();
	}
	assertSame(await graphOf(server, name), whole.graph, `answers lost: ${[...cut].join(', ')}`);
	return proxy.commits();
}

/** When something is killed: so long after the load told its nth step. */
export interface KillPoint {
	readonly step: number;
	readonly afterMs: number;
}

/** What a load that nobody disturbed leaves: the graph, and one hash of all that the store gives. */
interface Loaded {
	readonly graph: readonly string[];
	readonly fingerprint: string;
}

/** Loads a case of this name and says what is there then. Every case says the same but for its name. */
export async function loadWhole(server: ServerLogin, name: string): Promise<Loaded> {
	const place = placeOn(server, name);
	await load(place, () => undefined);
	const store = await openStore(place);
	try {
		return { graph: await graphOf(server, name), fingerprint: await fingerprint(store) };
	} finally {
		await store.close();
	}
}

/** A load killed at the point and begun again leaves what an undisturbed one does. */
export async function killOurs(server: ServerLogin, name: string, point: KillPoint, whole: Loaded): Promise<void> {
	const child = startChild('load', placeOn(server, name));
	let told = 0;
	for await (const _ of child.lines) {
		if (told++ !== point.step) continue;
		await wait(point.afterMs);
		child.kill();
	}
	await child.ended;
	await assertWhole(server, name, point, whole);
}

/** The same where the server is killed and started again: the load goes on, or ends with a problem. */
export async function killServer(server: Server, name: string, point: KillPoint, whole: Loaded): Promise<void> {
	const child = startChild('load', placeOn(server, name));
	let told = 0;
	let back: Promise<void> | undefined;
	for await (const _ of child.lines) {
		if (told++ !== point.step) continue;
		await wait(point.afterMs);
		back = server.kill().then(server.start);
	}
	await child.ended;
	await back;
	await assertWhole(server, name, point, whole);
}

async function assertWhole(server: ServerLogin, name: string, point: KillPoint, whole: Loaded): Promise<void> {
	const now = await loadWhole(server, name);
	const where = `killed ${point.afterMs} ms after step ${point.step}`;
	assertSame(now.graph, whole.graph, where);
	equal(now.fingerprint, whole.fingerprint, where);
}

function placeOn({ address, user, password }: ServerLogin, name: string): Neo4jPlace {
	return { address, user, password, case: name, runs: 1 };
}

async function graphOf(server: ServerLogin, name: string): Promise<string[]> {
	const graph = await withDriver(server, async (driver) => await dumpCase(driver, name));
	return graph.map((line) => line.replaceAll(name, '')).sort();
}

/** Tells the first line that differs: graphs have thousands. */
function assertSame(graph: readonly string[], expected: readonly string[], where: string): void {
	const at = expected.findIndex((line, number) => graph[number] !== line);
	equal(graph[at], expected[at], where);
	equal(graph.length, expected.length, where);
}
