import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AccountId, accountOf } from '../../../src/ledger/account.ts';
import { type Asset, KNOWN_ASSETS } from '../../../src/ledger/asset.ts';
import { mergeRecords } from '../../../src/ledger/merge/merge.ts';
import type { LedgerRecord } from '../../../src/ledger/record.ts';
import type { Transfer } from '../../../src/ledger/transfer.ts';
import { recognise } from '../../../src/run/recognise.ts';
import type { Hints } from '../../../src/sources/contract.ts';
import { diskFile } from '../../../src/sources/evidence-file.ts';
import { sourcesFor } from '../../../src/sources/list.ts';
import type { Mapping } from '../../../src/sources/mapping.ts';

/** The three cases of the benchmark, each a folder of its name. */
export const LAUNDERNET_CASES = ['Atomic', 'LIFI', 'TxPhish'] as const;

/** A laundering case as published: true flows only, where the money began and where it ended. */
export interface LaunderingCase {
	readonly name: string;
	/** Rows of the file: each is a flow. */
	readonly edges: number;
	/** In the total order of tracing. */
	readonly transfers: readonly Transfer[];
	readonly sources: ReadonlySet<AccountId>;
	readonly terminals: ReadonlySet<AccountId>;
}

/** Values are sums of US dollars at the day's price: an asset of two decimals, whatever token moved. */
const DOLLARS: Asset = { id: 'usd', symbol: 'USD', decimals: 2 };

/** What a case would say in `case.yaml` (docs/case-folder.md, "Mappings"). */
const MAPPING: Mapping = {
	name: 'chain-flows',
	when: ['Timestamp', 'Block', 'Tx_hash', 'From', 'To', 'Value_in_USD'],
	yields: 'transfers',
	institution: 'chain:eth',
	network: 'eth',
	asset: DOLLARS.id,
	offsetMinutes: 0,
	columns: {
		time: 'Timestamp',
		block: 'Block',
		order: 'Tx_hash',
		from: 'From',
		fromName: 'From_label',
		to: 'To',
		toName: 'To_label',
		amount: 'Value_in_USD',
	} as Mapping['columns'],
};

const HINTS: Hints = {
	offsetMinutes: 0,
	mappings: [MAPPING],
	assets: new Map([...KNOWN_ASSETS, DOLLARS].map((asset) => [asset.id, asset])),
};

/**
 * Reads one case through the mapped source and merges it, as a run does.
 *
 * @param folder holds `<name>.csv`, `source addresses.csv` and `terminal addresses.csv`
 * @throws Error where a row or an address cannot be read: the figures would not be the benchmark's
 */
export async function readLaundering(folder: string, name: string): Promise<LaunderingCase> {
	const file = await diskFile(join(folder, `${name}.csv`), `${name}.csv`);
	const { known } = await recognise(file, HINTS, sourcesFor(HINTS));
	if (!known) throw new Error(`${file.path} does not have the columns of the benchmark`);
	const records: LedgerRecord[] = [];
	for await (const batch of known.source.read(file, HINTS)) {
		const [reject] = batch.rejected;
		if (reject) throw new Error(`${file.path} row ${reject.row}: ${reject.reason} in ${reject.column}`);
		records.push(...(batch.records ?? []));
	}
	const { transfers } = mergeRecords({ records, assets: HINTS.assets, decisions: [] });
	return {
		name,
		edges: records.length,
		transfers,
		sources: await addresses(join(folder, 'source addresses.csv')),
		terminals: await addresses(join(folder, 'terminal addresses.csv')),
	};
}

/** One address a line: no header, no line end after the last. */
async function addresses(path: string): Promise<Set<AccountId>> {
	const lines = (await readFile(path, 'utf8')).split(/\r?\n/).filter((line) => line.trim() !== '');
	return new Set(
		lines.map((line) => {
			const account = accountOf('eth', line);
			if (account === undefined) throw new Error(`${path}: "${line}" is no address`);
			return account;
		}),
	);
}
