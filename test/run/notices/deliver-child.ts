/** Delivers what waits in a case's spool, in a process of its own, which trusts the certificates of NODE_EXTRA_CA_CERTS. */
import { openCase } from '../../../src/run/case-folder.ts';
import { deliver } from '../../../src/run/notices/deliver.ts';
import { Spool } from '../../../src/run/notices/spool.ts';

const [root = ''] = process.argv.slice(2);
const result = await deliver(await openCase(root), new Spool(root), {
	env: process.env,
	budget: 4000,
	now: () => Date.now(),
	random: () => 0.5,
	sleep: async () => false,
});
console.log(JSON.stringify(result));
