/** What a reader must do with any file at all, however damaged. */
import { Problem } from '../../src/ledger/problem.ts';
import type { EvidenceFile, Hints, Source } from '../../src/sources/contract.ts';
import { formOf } from '../../src/sources/form.ts';
import { identify } from '../../src/sources/identify.ts';
import { sourcesFor } from '../../src/sources/list.ts';
import { sampleOf } from '../../src/sources/sample.ts';
import { readTable } from '../../src/sources/tables.ts';
import { type Gathered, gather } from './gathered.ts';

/** Of the processor, not of the clock: other work on the machine must not fail a test. */
const MICROSECONDS_MAX = 5_000_000;

/** A damaged file as the source reads it. */
export interface Borne {
	readonly said: Gathered;
	/** The source still claims it: in a case it would be read. */
	readonly claimed: boolean;
}

/**
 * Recognises and reads a file that may be damaged: no crash, an answer after at most five seconds of work, one fate for
 * every row, and one id for every record.
 *
 * @param tabular every line or sheet row is a row of the source
 * @returns undefined where it was refused as a whole, as only a workbook or a PDF may be
 * @throws Error that tells what was not so
 */
export async function readBorne(
	source: Source,
	file: EvidenceFile,
	hints: Hints,
	tabular: boolean,
): Promise<Borne | undefined> {
	const start = process.cpuUsage();
	const claimed = (await claimant(file, hints)) === source.id;
	const said = await readOrProblem(source, file, hints);
	const { user, system } = process.cpuUsage(start);
	if (user + system > MICROSECONDS_MAX) throw new Error(`reading took ${user + system} µs of the processor`);
	if (!said) return undefined;
	const ids = new Set(said.records.map((record) => record.id));
	if (ids.size !== said.records.length) throw new Error('two records have one id');
	if (said.read === 0 && said.records.length > 0) throw new Error('records, but no row was read');
	if (!tabular) return { said, claimed };
	const rows = await countRows(file);
	if (said.rows !== rows) throw new Error(`${rows} rows, but ${said.rows} fates`);
	return { said, claimed };
}

/** Who claims the file. Two that claim a damaged one are a problem that is named; anything else that is thrown is a fault. */
async function claimant(file: EvidenceFile, hints: Hints): Promise<string | undefined> {
	try {
		return identify(file.path, await sampleOf(file), hints, sourcesFor(hints))?.source.id;
	} catch (error) {
		if (error instanceof Problem && error.kind === 'evidence') return undefined;
		throw error;
	}
}

/** Only a workbook or a PDF may be refused as a whole. */
export async function readOrProblem(source: Source, file: EvidenceFile, hints: Hints): Promise<Gathered | undefined> {
	try {
		return await gather(source.read(file, hints));
	} catch (error) {
		const form = await formOf(file);
		const whole = form === 'workbook' || form === 'pdf';
		if (whole && error instanceof Problem && error.code.startsWith('evidence.')) return undefined;
		throw error;
	}
}

/** Rows of a table, all sheets together: what the fates of a tabular source must add up to. */
export async function countRows(file: EvidenceFile): Promise<number> {
	const { form, sheets, delimiter } = await sampleOf(file);
	let count = 0;
	// A file that no sample can be taken of is text that nobody claims.
	for (const { name } of form === 'binary' ? [{ name: '' }] : sheets) {
		const options = form === 'workbook' ? { sheet: name } : { delimiter: delimiter ?? ',' };
		for await (const rows of readTable(file, options)) count += rows.length;
	}
	return count;
}
