import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../../ledger/problem.ts';
import type { CaseFolder } from '../../run/case-folder.ts';
import { checkEndpoints } from './chains.ts';
import type { Check, CheckResult, Surroundings } from './check.ts';
import { checkGrowth } from './growth.ts';
import { checkNotices } from './notices.ts';
import { checkPermissions } from './permissions.ts';
import { checkSchedule } from './schedule.ts';
import { checkSecrets } from './secrets.ts';

/** Whether case.yaml can be read, the case can run by itself, and the Neo4j and the chains it names answer. A folder without one is no fault. */
export const checkCaseFile: Check = async (surroundings) => {
	const path = join(surroundings.folder, 'case.yaml');
	if (!existsSync(path)) return [{ ok: true, code: 'doctor.no-case', facts: { folder: surroundings.folder } }];
	const found: CheckResult[] = [];
	try {
		const { openCase } = await import('../../run/case-folder.ts');
		const folder = await openCase(surroundings.folder);
		found.push({ ok: true, code: 'doctor.case', facts: { path } });
		found.push(...(await checkPermissions(folder.root)));
		found.push(...(await checkSchedule(folder, Date.now())));
		found.push(...(await checkGrowth(folder)));
		found.push(...(await checkSecrets(folder, surroundings)));
		found.push(...(await checkNotices(folder.root)));
		found.push(...(await checkStore(folder, surroundings)));
		found.push(...(await checkEndpoints(folder, surroundings)));
	} catch (error) {
		if (!(error instanceof Problem)) throw error;
		found.push({ ok: false, code: error.code, facts: error.facts });
	}
	return found;
};

/** Whether the server that the case names answers. The embedded store has a check of its own. */
async function checkStore(folder: CaseFolder, { env }: Surroundings): Promise<readonly CheckResult[]> {
	const { storePlace } = await import('../../run/store-place.ts');
	const place = await storePlace(folder, env);
	if (typeof place === 'string') return [];
	const { askServer } = await import('../../stores/neo4j/connect.ts');
	const { shownPlace } = await import('../../stores/neo4j/address.ts');
	const { version, edition } = await askServer(place);
	return [{ ok: true, code: 'doctor.neo4j', facts: { version: `${version} ${edition}`, address: shownPlace(place) } }];
}
