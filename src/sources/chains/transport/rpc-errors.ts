import type { Verdict } from './contract.ts';

/** The error object of JSON-RPC as nodes send it. */
export interface RpcError {
	readonly code?: unknown;
	readonly message?: unknown;
	readonly data?: unknown;
}

type Trouble = Exclude<Verdict, { kind: 'taken' }>;

/** Questions about many blocks: "limit exceeded" there means the range, and not how often it is asked. */
const RANGED: ReadonlySet<string> = new Set(['eth_getLogs', 'trace_filter']);

/**
 * Wordings of nodes and providers, gathered from issues and clients that met them: geth, Erigon ("history has been pruned
 * for this block"), Nethermind, reth and Besu by their sources; ponder-sh/ponder `packages/utils/src/getLogsRetryHelper.ts`
 * and its tests by provider; INFURA/infura #237; eternalsafe/wallet #57 and OffchainLabs/arbitrum-sdk #609 (QuickNode);
 * bobanetwork/boba_legacy #827 (Tenderly); paradigmxyz/reth #23810; base/node #368; MetaMask/eth-json-rpc-infura #33.
 * The order of the list matters: the first that fits decides.
 */
const WORDINGS: readonly { readonly kind: Trouble['kind']; readonly words: RegExp }[] = [
	// The node is behind, or behind its own former head: another, or the same one later, has the block.
	{
		kind: 'unreachable',
		words:
			/beyond current head|blockoutofrange|block height is \d+ but requested|header not found|unknown block|block (?:\S+ )?(?:could )?not (?:be )?found|cannot be found|block is out of range|greater than (?:the )?latest|unfinalized data|still syncing|not synced/i,
	},
	// State or history that this node has thrown away. A range that is made smaller is as old as before.
	{
		kind: 'unable',
		words:
			/pruned|pruning|missing trie node|historical state|state (?:is )?(?:not|un)available|no state available|archive|exceeds maximum proof window/i,
	},
	{
		kind: 'rate-limited',
		words:
			/\brate.?limit|too many requests|compute units|request(?:s)? (?:count |limit )(?:exceeded|reached)|\/second request limit|requests? per second|throughput|throttl|over.?capacity|daily (?:request|limit)|quota|credits?\b.*(?:exceeded|exhausted|limit)/i,
	},
	{
		kind: 'range-refused',
		words:
			/returned more than|exceeds? max(?:imum)? (?:results|block range|allowed range)|max(?:imum)? (?:block )?range|block range|blocks? range|range (?:is )?too (?:large|wide|big)|range \d+ (?:exceeds|is bigger)|limited to (?:a )?[\d,]+(?: |$)|ranges? over|too many (?:results|logs|blocks)|number of requested blocks|at most [\d,]+ blocks|blocks distance|query must be smaller|range allowed for your plan|logs? (?:response|matched)|response (?:size|is too|too large)|response too large|result set too large|exceeded max allowed/i,
	},
	{
		kind: 'refused',
		words: /revert|invalid opcode|invalid jump|out of gas|stack (?:under|over)flow|vm execution error/i,
	},
	{
		kind: 'denied',
		words:
			/unauthori[sz]ed|authenticat|api.?key|project id|access token|personal token|forbidden|access denied|not allowed|whitelist|allowlist|disabled|payment|upgrade|paid plan|free plan|tenant|blocked/i,
	},
	{
		kind: 'unable',
		words:
			/method .*(?:not found|not exist|not available|not supported|unavailable)|(?:not supported|unsupported|unknown) method|does not exist\/is not available|not (?:supported|implemented)/i,
	},
];

/** Codes that decide where the words do not; EIP-1474 and what providers made of it. */
const CODES: Readonly<Record<string, Trouble['kind']>> = {
	'429': 'rate-limited', // Alchemy, with HTTP 200
	'-32029': 'rate-limited', // OnFinality
	'-32016': 'rate-limited', // Base
	'-32007': 'rate-limited', // QuickNode
	'-32005': 'rate-limited', // EIP-1474, limit exceeded
	'-32012': 'range-refused', // "requested range too large"
	'-32614': 'range-refused', // QuickNode, with HTTP 413
	'35': 'range-refused', // dRPC
	'-32701': 'unable', // Allnodes (PublicNode), pruned history
	'4444': 'unable', // geth, pruned history
	'-32601': 'unable',
	'-32004': 'unable',
	'-32600': 'refused',
	'-32602': 'refused',
	'-32700': 'refused',
	'3': 'refused', // geth, reverted
};

/** A time-out of the node: for a range, that it is too large. */
const TOO_SLOW = /time.?out|timed out|deadline exceeded|took too long/i;

/** What an error object means for the question. */
export function verdictOfError(method: string, error: RpcError): Trouble {
	const words = wordsOf(error);
	const detail = `error ${error.code ?? 'without code'}: ${words}`;
	const kind = kindOf(method, String(error.code ?? ''), words);
	if (kind === 'range-refused') {
		const span = spanIn(words);
		return { kind, detail, ...(span === undefined ? {} : { span }) };
	}
	const waitMs = kind === 'rate-limited' ? waitIn(error.data, words) : undefined;
	return { kind, detail, ...(waitMs === undefined ? {} : { waitMs }) };
}

function kindOf(method: string, code: string, words: string): Trouble['kind'] {
	const ranged = RANGED.has(method);
	const worded = WORDINGS.find((wording) => wording.words.test(words))?.kind;
	if (worded !== undefined) return worded;
	if (ranged && (TOO_SLOW.test(words) || /limit exceeded/i.test(words))) return 'range-refused';
	return Object.hasOwn(CODES, code) ? (CODES[code] as Trouble['kind']) : 'unreachable';
}

/** A node may be hostile too, and its words are searched for many phrases. */
const WORDS_MAX = 500;

/** Some keep `message` general ("invalid params") and say in `data` what is meant. */
function wordsOf({ message, data }: RpcError): string {
	const more = typeof data === 'string' ? data : data === undefined || data === null ? '' : JSON.stringify(data);
	return `${String(message ?? '').slice(0, WORDS_MAX)} ${more.slice(0, WORDS_MAX)}`.trim();
}

/**
 * How many blocks from the same start a message offers: as a pair of blocks, hexadecimal (Alchemy, Infura, Thirdweb,
 * zkSync) or decimal (reth, Erigon), or as the largest number it takes.
 */
function spanIn(words: string): number | undefined {
	const hex = /\[\s*(0x[0-9a-f]+)\s*,\s*(0x[0-9a-f]+)\s*\]/i.exec(words);
	const pair = hex ?? /retry with the range (\d+)\s*-\s*(\d+)/i.exec(words);
	if (pair !== null) return sound(Number(pair[2]) - Number(pair[1]) + 1);
	const most = LARGEST.map((pattern) => pattern.exec(words)?.[1]).find((found) => found !== undefined);
	return most === undefined ? undefined : sound(Number(most.replaceAll(/[,.]/g, '').replace(/k$/i, '000')));
}

function sound(span: number): number | undefined {
	return Number.isSafeInteger(span) && span > 0 ? span : undefined;
}

const N = '(\\d[\\d,.]*k?)';
/** "10,000 range", "max is 10k blocks", "(5000 > 3000)": the number of blocks that is taken. */
const LARGEST: readonly RegExp[] = [
	`limited to (?:a )?(?:0 - )?${N}(?: blocks?)?(?: range)?`,
	`up to a ${N} block range`,
	`max(?:imum)?(?: block)? range:? ${N}`,
	`max(?:imum)? (?:allowed )?is (?:set to )?${N}`,
	`requested blocks is ${N}`,
	`ranges? over ${N} blocks`,
	`at most ${N} blocks`,
	`greater than ${N} max`,
	`range exceeds ${N}`,
	`range \\d+ exceeds limit of ${N}`,
	`bigger than range limit ${N}`,
	`\\(\\d+ > ${N}\\)`,
	`\\(maximum ${N}\\)`,
	`blocks distance: ${N}`,
	`smaller than size ${N}`,
].map((pattern) => new RegExp(pattern, 'i'));

/** Infura's `backoff_seconds`, or "try again in 10 seconds". */
function waitIn(data: unknown, words: string): number | undefined {
	const told = /"backoff_seconds":\s*([\d.]+)/.exec(JSON.stringify(data ?? null))?.[1];
	if (told !== undefined) return Math.ceil(Number(told) * 1000);
	const [, number, unit] = /(?:again|retry) (?:in|after):? ([\d.]+)\s?(ms|s|m)/i.exec(words) ?? [];
	if (number === undefined) return undefined;
	return Math.ceil(Number(number) * (UNITS[unit?.toLowerCase() ?? ''] ?? 1000));
}

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000 };
