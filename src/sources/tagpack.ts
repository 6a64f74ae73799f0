/** TagPacks: labels of chain addresses as GraphSense shares them, in YAML. A row is one tag; the header is one more. */
import { type AccountId, isChain, readAccount } from '../ledger/account.ts';
import type { Attribution } from '../ledger/attribution.ts';
import { Problem } from '../ledger/problem.ts';
import { identified } from './attribution-id.ts';
import { networkOfWord } from './coin-network.ts';
import type { Batch, EvidenceFile, Reject, SkipReason, Source } from './contract.ts';
import { RowFault } from './row-fault.ts';
import { tagCategory, tagConfidence } from './tag-confidence.ts';
import { type Fields, parseTagDocument, type TagDocument, type TagItem } from './tag-document.ts';
import { lineBlocks } from './text.ts';

/** A pack is parsed as one document, at some sixty times its size in memory; public ones have a few MB. */
const PACK_BYTES_MAX = 16 * 2 ** 20;

/**
 * What the header states holds for each tag that does not state it itself. The party is the actor where one is named,
 * else what the label names; the claim keeps title, label and source. An address of a network that is not followed is skipped.
 */
export const tagpack: Source = {
	id: 'tagpack',
	version: 2,
	identify(sample) {
		if (sample.form !== 'text') return undefined;
		const keys = new Set(Array.from(sample.text.matchAll(/^([a-z_]{1,40}):/gm), (match) => match[1]));
		const isPack = keys.has('tags') && (keys.has('title') || keys.has('creator'));
		return isPack ? { confidence: 90 } : undefined;
	},
	async *read(file) {
		if (file.size > PACK_BYTES_MAX) {
			throw new Problem('evidence', 'evidence.too-large', { file: file.path, bytes: file.size, max: PACK_BYTES_MAX });
		}
		const { lines, broken } = await linesOf(file);
		const document = parseTagDocument(lines.join('\n'), broken);
		yield document ? batchOf(document, lines) : { read: 0, skipped: {}, rejected: [headReject('columns', 1, lines)] };
	},
};

async function linesOf(file: EvidenceFile): Promise<{ lines: string[]; broken: Set<number> }> {
	const lines: string[] = [];
	const broken = new Set<number>();
	for await (const block of lineBlocks(file)) {
		for (const index of block.faults.keys()) broken.add(block.firstRow + index);
		for (const line of block.lines) lines.push(line);
	}
	return { lines, broken };
}

function batchOf(document: TagDocument, lines: readonly string[]): Batch {
	const skipped: Partial<Record<SkipReason, number>> = {};
	const rejected: Reject[] = [];
	const attributions: Attribution[] = [];
	if (document.headerFault === undefined) skipped.preamble = 1;
	else rejected.push(headReject('value', document.headerFault, lines));
	for (const item of document.tags) {
		try {
			const said = claimOf(item, document.header);
			if (typeof said === 'string') skipped[said] = (skipped[said] ?? 0) + 1;
			else attributions.push(said);
		} catch (error) {
			if (!(error instanceof RowFault)) throw error;
			const { column, value, reason } = error;
			rejected.push({ sheet: '', row: item.row, column, value, reason, raw: item.raw });
		}
	}
	return { read: attributions.length, skipped, rejected, attributions };
}

function headReject(reason: 'columns' | 'value', row: number, lines: readonly string[]): Reject {
	return { sheet: '', row, column: 'tags', value: '', reason, raw: lines[row - 1] ?? '' };
}

function claimOf(item: TagItem, header: Fields): Attribution | SkipReason {
	if (item.fault) throw new RowFault('', '', item.fault);
	const field = (key: string) => item.fields.get(key) ?? header.get(key) ?? '';
	const needed = (key: string) => {
		const text = field(key);
		if (text === '') throw new RowFault(key, '', 'missing');
		return text;
	};
	const address = needed('address');
	const network = networkOfTag(field('network') || field('currency') || field('asset'), address);
	if (network === undefined) return 'unsupported-network';
	const label = field('label') || needed('title');
	const category = tagCategory(field('category'));
	// A label of many addresses names a list, not their owner: only an actor, or a service's own label, makes one party.
	const names = category === 'service' && item.fields.has('label');
	return identified({
		account: addressOf(network, address),
		party: field('actor') || (names ? label : `${label} (${address})`),
		category,
		grade: 'controls',
		source: [field('title'), label, needed('source')].filter((part) => part !== '').join(' | '),
		confidence: tagConfidence(field('confidence')),
	});
}

/** The network on which a tagged address is followed. A token lives on several: the form of the address decides. */
function networkOfTag(currency: string, address: string): string | undefined {
	if (TOKENS.has(currency.toUpperCase()))
		return address.startsWith('T') ? 'tron' : address.startsWith('0x') ? 'eth' : undefined;
	const network = networkOfWord(currency);
	return network !== undefined && isChain(`${network}:`) ? network : undefined;
}

/** What packs write for a network though it names a token. */
const TOKENS: ReadonlySet<string> = new Set(['USDT', 'USDC']);

function addressOf(network: string, address: string): AccountId {
	const reading = readAccount(network, address);
	if (reading.ok) return reading.account;
	throw new RowFault('address', address, reading.fault === 'checksum' ? 'account-checksum' : 'account');
}
