import { join } from 'node:path';
import test from 'ava';
import type { Asset } from '../../../src/ledger/asset.ts';
import { readAsKnown } from '../../../src/run/chains/known-tokens.ts';
import { recordsOf, storeStretch } from '../../../src/run/chains/stretches.ts';
import { live } from '../../ledger/live.ts';
import { receipt as said } from '../../ledger/receipts.ts';
import { openFor, scratchFolder } from '../../stores/scratch.ts';

const TOKEN: Asset = { id: 'eth:0x00000000000000000000000000000000000000AA', symbol: 'T', decimals: 6 };
const OTHER = 'eth:0x00000000000000000000000000000000000000BB';
const NONE: ReadonlyMap<string, Asset> = new Map();
const KNOWN: ReadonlyMap<string, Asset> = new Map([[TOKEN.id, TOKEN]]);

test('a token that the case comes to know, or knows no more, counts as if it had been known so when it was read', async (t) => {
	const folder = await scratchFolder(t);
	const receipt = said({ decimals: { [TOKEN.id]: 6, [OTHER]: 18 } });
	/** Five units of the token, and of another. */
	const stretch = (assets: ReadonlyMap<string, Asset>, dropped: boolean) => ({
		receipt,
		records: [
			live({ receipt: receipt.id, log: 1, asset: TOKEN.id, amount: 5n * 10n ** (assets === KNOWN ? 6n : 18n) }),
			live({ receipt: receipt.id, log: 2, asset: OTHER, amount: 5n * 10n ** 18n }),
		],
		interface: 'rpc' as const,
		assets,
		size: 7,
		dropped,
	});
	for (const dropped of [false, true]) {
		const [changed, fresh] = [
			await openFor(t, join(folder, `changed-${dropped}.duckdb`)),
			await openFor(t, join(folder, `fresh-${dropped}.duckdb`)),
		];
		await storeStretch(changed, stretch(NONE, dropped));
		for (const assets of [KNOWN, KNOWN, NONE]) {
			await readAsKnown(changed, assets);
			await storeStretch(fresh, stretch(assets, dropped));
			t.deepEqual(await recordsOf(changed, [receipt]), await recordsOf(fresh, [receipt]));
			t.deepEqual(await changed.files(), await fresh.files());
		}
	}
});
