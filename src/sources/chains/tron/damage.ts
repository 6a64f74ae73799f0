import { RowFault } from '../../row-fault.ts';

/** An answer that is not what was asked for, or cannot be read. `message` is one line. */
export class Damage extends Error {
	override name = 'Damage' as const;
}

/** What a row could not be read for, as damage of the answer it stands in. Anything else is a bug and stays one. */
export function damageOf(error: unknown, row: string): Damage {
	if (error instanceof Damage) return error;
	if (!(error instanceof RowFault)) throw error;
	return new Damage(`${row}: ${error.column} "${error.value.slice(0, 80)}" (${error.reason})`);
}
