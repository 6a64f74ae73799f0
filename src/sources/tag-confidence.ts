import type { PartyCategory } from '../ledger/attribution.ts';

/**
 * How far a TagPack's word for where a tag comes from can be trusted, 0-100: the ladder that GraphSense publishes with
 * its TagPack tool, so that its packs mean here what they mean there.
 */
const LADDER: ReadonlyMap<string, number> = new Map([
	// Stated by whoever holds the keys, or set by hand above all other tags.
	['ownership', 100],
	['override', 100],
	// Entries of the ledger itself, such as a token contract's own block list.
	['ledger_immanent', 100],
	// Found by paying and watching; third parties' payments are hearsay.
	['manual_transaction', 90],
	['untrusted_transaction', 40],
	// Told by the service, through its interface or as a file.
	['service_api', 70],
	['service_data', 50],
	// Told by others: authorities, providers, reports, crawls.
	['authority_data', 60],
	['trusted_provider', 50],
	['forensic', 50],
	['forensic_investigation', 70],
	['web_crawl', 20],
	// Methods nobody can put a figure on.
	['heuristic', 10],
	['unknown', 5],
]);

/** Categories (INTERPOL's taxonomy of dark-web and crypto entities) whose addresses pool many customers' money. */
const POOLING: ReadonlySet<string> = new Set([
	'exchange',
	'otc',
	'service',
	'hosted_wallet',
	'wallet_service',
	'payment_processor',
	'mixing_service',
	'coinjoin',
	'gambling',
	'market',
	'marketplace',
	'defi',
	'defi_dex',
	'defi_bridge',
	'defi_lending',
	'bridge',
	'atm',
	'mining_pool',
	'faucet',
]);

/** 0-100. No word, `?` or one that the ladder lacks is as good as unknown. */
export function tagConfidence(word: string): number {
	return LADDER.get(word.toLowerCase()) ?? 5;
}

/** Whether an address of this category pools money (and so ends a branch) or belongs to somebody. */
export function tagCategory(word: string): PartyCategory {
	return POOLING.has(word.toLowerCase()) ? 'service' : 'other';
}
