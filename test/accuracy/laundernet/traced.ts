import type { Settlement } from '../../../src/tracing/settle.ts';

/** Transfer -> what of it is traced to any seed. */
export function tracedOf({ policy, shares }: Settlement): Map<string, bigint> {
	const traced = new Map<string, bigint>();
	for (const { id, origin, amount } of shares()) {
		if (origin.startsWith('?')) continue;
		// Poison marks the whole of a transfer once for each origin.
		traced.set(id, policy === 'poison' ? amount : (traced.get(id) ?? 0n) + amount);
	}
	return traced;
}
