import { hash } from 'node:crypto';
import type { Attribution } from '../ledger/attribution.ts';

/**
 * Completes an attribution with its id: `a` + 16 hex digits, the hash of account, party (with the identity number that
 * tells apart two of one name), source and validity. A withdrawal leaves the id as it was: it is the same claim.
 */
export function identified(claim: Omit<Attribution, 'id'>): Attribution {
	const parts = [claim.account, claim.party, claim.identity ?? '', claim.source, claim.from ?? '', claim.until ?? ''];
	return { id: `a${hash('sha256', JSON.stringify(parts)).slice(0, 16)}`, ...claim };
}
