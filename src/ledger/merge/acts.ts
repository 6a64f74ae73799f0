import type { LedgerRecord } from '../record.ts';

/**
 * Whether two records of one transaction can be of one act of it, by the places that they print: another log is another
 * transfer, and a coin that a contract sent is not the value of the transaction, be amount and sides the same.
 */
export function sameAct(a: LedgerRecord, b: LedgerRecord): boolean {
	if (a.keys.log !== undefined && b.keys.log !== undefined && a.keys.log !== b.keys.log) return false;
	const [x, y] = [actOf(a), actOf(b)];
	return x === undefined || y === undefined || x === y;
}

/** `value` or `call`, of coins; undefined where nothing tells. Explorers list the two apart, and sources say which in their id. */
function actOf({ evidence, medium, source }: LedgerRecord): 'value' | 'call' | undefined {
	if (medium !== 'coin') return undefined;
	if (evidence.kind === 'chain') {
		if (evidence.position === 'value') return 'value';
		return evidence.position.startsWith('call') ? 'call' : undefined;
	}
	if (source.endsWith('-internal')) return 'call';
	return source.endsWith('-transactions') ? 'value' : undefined;
}
