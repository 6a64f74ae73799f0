import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The background's folder in the benchmarks. */
export const AMLSIM = join('amlsim', '20K_fanin200cycle200');

/** A transfer of invented bank customers. */
export interface Payment {
	readonly from: string;
	readonly to: string;
	/** Cents. */
	readonly cents: number;
	/** Step of the simulation, 1 to 150. */
	readonly step: number;
}

/** Reads the transfers of AMLSim (Apache-2.0): columns sourceNodeId, targetNodeId, value, time. */
export async function readAmlsim(benchmarks: string): Promise<Payment[]> {
	const text = await readFile(join(benchmarks, AMLSIM, 'transactions.csv'), 'utf8');
	const [head, ...lines] = text.split(/\r?\n/).filter((line) => line !== '');
	if (head !== 'sourceNodeId,targetNodeId,value,time') throw new Error(`AMLSim has other columns: "${head}"`);
	return lines.map((line) => {
		const [from, to, value, step] = line.split(',');
		return { from: `aml:${from}`, to: `aml:${to}`, cents: Math.round(Number(value) * 100), step: Number(step) };
	});
}
