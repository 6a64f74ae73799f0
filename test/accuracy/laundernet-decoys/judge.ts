import type { Share, Sum } from '../tables.ts';
import type { Answer } from './methods.ts';
import type { Mixed } from './mix.ts';

export interface Judged {
	readonly method: string;
	/** The case's flows that it traces, and their value; undefined where it ranks accounts only. */
	readonly edges?: Share;
	readonly value?: Sum;
	readonly terminals: Share;
	/** True accounts among all it returns: recall beside the true ones, precision beside the returned. */
	readonly recall: Share;
	readonly precision: Share;
	/** True accounts among the first twice as many as are true. */
	readonly twice: Share;
	/** Where its last true account stands: true accounts up to there, and accounts up to there. */
	readonly full: Share;
}

/** Lays an answer beside the truth. */
export function judge(mixed: Mixed, { method, accounts, traced }: Answer): Judged {
	const trueOnes = (list: readonly string[]) => list.filter((account) => mixed.accounts.has(account)).length;
	const found = trueOnes(accounts);
	const last = accounts.findLastIndex((account) => mixed.accounts.has(account)) + 1;
	const returned = new Set(accounts);
	const real = mixed.flows.filter(({ id }) => mixed.real.has(id));
	const sum = (values: readonly bigint[]) => values.reduce((a, b) => a + b, 0n);
	const carried = real.flatMap(({ id }) => traced.get(id) ?? []);
	return {
		method,
		...(traced.size === 0
			? {}
			: {
					edges: { found: carried.length, of: real.length },
					value: { found: sum(carried), of: sum(real.map(({ amount }) => amount)) },
				}),
		terminals: { found: [...mixed.terminals].filter((t) => returned.has(t)).length, of: mixed.terminals.size },
		recall: { found, of: mixed.accounts.size },
		precision: { found, of: accounts.length },
		twice: { found: trueOnes(accounts.slice(0, 2 * mixed.accounts.size)), of: mixed.accounts.size },
		full: { found, of: last },
	};
}
