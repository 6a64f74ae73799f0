import neo4j, { type Driver } from 'neo4j-driver';
import type { ServerLogin } from './server.ts';

/** Lends a driver of the test's own. */
export async function withDriver<T>(server: ServerLogin, use: (driver: Driver) => Promise<T>): Promise<T> {
	const driver = neo4j.driver(server.address, neo4j.auth.basic(server.user, server.password), {
		disableLosslessIntegers: true,
	});
	try {
		return await use(driver);
	} finally {
		await driver.close();
	}
}
