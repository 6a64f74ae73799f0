import { setTimeout as wait } from 'node:timers/promises';
import neo4j from 'neo4j-driver';
import type { ServerLogin } from './server.ts';

/** A server on a busy machine takes up to half a minute. */
const READY_MS = 90_000;

/** Whether a server that was just started answers before long. Asks no further where `isAlive` says no. */
export async function answersSoon(login: ServerLogin, isAlive: () => boolean): Promise<boolean> {
	const token = neo4j.auth.basic(login.user, login.password);
	const driver = neo4j.driver(login.address, token, { maxTransactionRetryTime: 0, connectionTimeout: 2_000 });
	const deadline = Date.now() + READY_MS;
	try {
		for (;;) {
			const answered = await driver.getServerInfo().then(
				() => true,
				() => false,
			);
			if (answered) return true;
			if (!isAlive() || Date.now() > deadline) return false;
			await wait(250);
		}
	} finally {
		await driver.close();
	}
}
