/** `blocks.csv` of ethereum-etl: no movements, but the times of the blocks in which those of `token_transfers.csv` stand. */
import { Problem } from '../ledger/problem.ts';
import type { EvidenceFile, Source } from './contract.ts';
import { unixMoment } from './ethereum-etl-time.ts';
import { headOf } from './evidence-file.ts';
import type { Row } from './row.ts';
import { sampleOf } from './sample.ts';
import { claimOn, findTables, optionsFor, readRows, type TableLayout } from './table-rows.ts';

const columns = {
	number: ['number'],
	hash: ['hash'],
	parent: ['parent_hash'],
	time: ['timestamp'],
};
type Field = keyof typeof columns;

const layout: TableLayout<Field> = { columns, required: ['number', 'hash', 'parent', 'time'] };

/** Some 50 bytes a block are held while the case's files are read. */
const BLOCKS_MAX = 4_000_000;
const HEAD_BYTES = 1024;

export const ethereumEtlBlocks: Source = {
	id: 'ethereum-etl-blocks',
	version: 1,
	identify(sample) {
		const [found] = findTables(sample, layout);
		return found && claimOn(found, 95);
	},
	async *read(file) {
		const sample = await sampleOf(file);
		const sheet = sample.sheets[0]?.name ?? '';
		yield* readRows(file, optionsFor(sample, sheet), layout, (row) => {
			blockIn(row);
			return { skip: 'not-a-transfer' };
		});
	},
};

/**
 * Adds the block times that the file states to `times`, Unix seconds by block number; a file that is no `blocks.csv`
 * adds none and costs one look at its first bytes. Blocks for which files disagree are dropped: their time is not known.
 *
 * @throws Problem `evidence.too-many-blocks`
 */
export async function addBlockTimes(file: EvidenceFile, times: Map<number, number>): Promise<void> {
	const head = (await headOf(file, HEAD_BYTES)).toString('latin1');
	if (!head.includes('parent_hash') || !head.includes('timestamp')) return;
	const sample = await sampleOf(file);
	if (ethereumEtlBlocks.identify(sample, { offsetMinutes: 0, mappings: [], assets: new Map() }) === undefined) return;
	const sheet = sample.sheets[0]?.name ?? '';
	const rows = readRows(file, optionsFor(sample, sheet), layout, (row) => {
		const { number, seconds } = blockIn(row);
		const known = times.get(number);
		times.set(number, known === undefined || known === seconds ? seconds : Number.NaN);
		return { skip: 'not-a-transfer' };
	});
	for await (const _ of rows) {
		if (times.size > BLOCKS_MAX) {
			throw new Problem('evidence', 'evidence.too-many-blocks', { file: file.path, max: BLOCKS_MAX });
		}
	}
}

function blockIn(row: Row<Field>): { readonly number: number; readonly seconds: number } {
	const number = row.text('number');
	if (!/^\d{1,15}$/.test(number)) throw row.fault('number', 'value');
	const moment = unixMoment(row.text('time'));
	if (moment === undefined) throw row.fault('time', 'time');
	return { number: Number(number), seconds: moment.instant / 1000 };
}
