import type { Anvil } from './anvil.ts';

/** One row of a list of an explorer: texts, as it prints them. */
export type ExplorerRow = Readonly<Record<string, string>>;

/** What an explorer has gathered from its node. */
export interface ExplorerRows {
	readonly txlist: readonly ExplorerRow[];
	readonly txlistinternal: readonly ExplorerRow[];
	readonly tokentx: readonly ExplorerRow[];
}

interface RpcBlock {
	readonly number: string;
	readonly timestamp: string;
	readonly hash: string;
	readonly transactions: readonly RpcTransaction[];
}
interface RpcTransaction {
	readonly hash: string;
	readonly nonce: string;
	readonly from: string;
	readonly to: string | null;
	readonly value: string;
	readonly gas: string;
	readonly input: string;
	readonly transactionIndex: string;
}
interface RpcReceipt {
	readonly transactionHash: string;
	readonly status: string;
	readonly contractAddress: string | null;
	readonly gasUsed: string;
	readonly cumulativeGasUsed: string;
	readonly effectiveGasPrice: string;
	readonly logs: readonly RpcLog[];
}
interface RpcLog {
	readonly address: string;
	readonly topics: readonly string[];
	readonly data: string;
	readonly logIndex: string;
}
interface Frame {
	readonly type: string;
	readonly from: string;
	readonly to?: string;
	readonly value?: string;
	readonly gas: string;
	readonly gasUsed: string;
	readonly error?: string;
	readonly calls?: readonly Frame[];
}

const TRANSFER = '0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef';

/** All rows of a chain, in chain order. */
export async function explorerRows(anvil: Anvil): Promise<ExplorerRows> {
	const head = Number(await anvil.rpc<string>('eth_blockNumber'));
	const rows = {
		txlist: [] as ExplorerRow[],
		txlistinternal: [] as ExplorerRow[],
		tokentx: [] as ExplorerRow[],
	};
	const tokens = new Map<string, ExplorerRow>();
	for (let number = 0; number <= head; number++) {
		const tag = `0x${number.toString(16)}`;
		const [block, receipts] = await Promise.all([
			anvil.rpc<RpcBlock>('eth_getBlockByNumber', tag, true),
			anvil.rpc<RpcReceipt[]>('eth_getBlockReceipts', tag),
		]);
		for (const [i, transaction] of block.transactions.entries()) {
			const receipt = receipts[i] as RpcReceipt;
			const row = transactionRow(block, transaction, receipt);
			rows.txlist.push(row);
			for (const log of receipt.logs) {
				if (log.topics[0] !== TRANSFER || log.topics.length !== 3) continue;
				const token = tokens.get(log.address) ?? (await tokenOf(anvil, log.address));
				tokens.set(log.address, token);
				rows.tokentx.push(tokenRow(row, log, token));
			}
			const tracer = { tracer: 'callTracer' };
			const root = await anvil.rpc<Frame>('debug_traceTransaction', transaction.hash, tracer);
			rows.txlistinternal.push(...internalRows(row, root));
		}
	}
	return rows;
}

function transactionRow(block: RpcBlock, transaction: RpcTransaction, receipt: RpcReceipt): ExplorerRow {
	const failed = receipt.status === '0x0';
	return {
		blockNumber: whole(block.number),
		blockHash: block.hash,
		timeStamp: whole(block.timestamp),
		hash: transaction.hash,
		nonce: whole(transaction.nonce),
		transactionIndex: whole(transaction.transactionIndex),
		from: transaction.from.toLowerCase(),
		to: (transaction.to ?? '').toLowerCase(),
		value: whole(transaction.value),
		gas: whole(transaction.gas),
		gasPrice: whole(receipt.effectiveGasPrice),
		input: transaction.input.length > 74 ? transaction.input.slice(0, 74) : transaction.input,
		methodId: transaction.input.slice(0, 10),
		functionName: '',
		contractAddress: (receipt.contractAddress ?? '').toLowerCase(),
		cumulativeGasUsed: whole(receipt.cumulativeGasUsed),
		txreceipt_status: failed ? '0' : '1',
		gasUsed: whole(receipt.gasUsed),
		isError: failed ? '1' : '0',
	};
}

function tokenRow(row: ExplorerRow, { address, topics, data, logIndex }: RpcLog, token: ExplorerRow): ExplorerRow {
	const { functionName: _, isError: __, txreceipt_status: ___, methodId: ____, ...rest } = row;
	return {
		...rest,
		from: `0x${(topics[1] ?? '').slice(26)}`,
		to: `0x${(topics[2] ?? '').slice(26)}`,
		contractAddress: address.toLowerCase(),
		value: whole(data),
		...token,
		input: 'deprecated',
		logIndex: whole(logIndex),
	};
}

async function tokenOf(anvil: Anvil, to: string): Promise<ExplorerRow> {
	const asked = (data: string) => anvil.rpc<string>('eth_call', { to, data }, 'latest');
	const [symbol, decimals] = await Promise.all([asked('0x95d89b41'), asked('0x313ce567')]);
	const length = Number(`0x${symbol.slice(66, 130)}`);
	const name = Buffer.from(symbol.slice(130, 130 + 2 * length), 'hex').toString('utf8');
	return { tokenName: name, tokenSymbol: name, tokenDecimal: whole(decimals) };
}

/** What moved coins beneath the transaction itself. What a failed call did is failed. */
function internalRows(row: ExplorerRow, root: Frame): ExplorerRow[] {
	const rows: ExplorerRow[] = [];
	const walk = (frame: Frame, failed: boolean) => {
		for (const call of frame.calls ?? []) {
			const error = failed || call.error !== undefined;
			const moves = BigInt(call.value ?? '0x0') > 0n && call.type !== 'DELEGATECALL';
			if (moves) rows.push(internalRow(row, call, error, rows.length + 1));
			walk(call, error);
		}
	};
	walk(root, root.error !== undefined);
	return rows;
}

function internalRow(row: ExplorerRow, call: Frame, error: boolean, count: number): ExplorerRow {
	const { blockNumber = '', timeStamp = '', hash = '' } = row;
	const made = call.type.startsWith('CREATE');
	const [to, contractAddress] = made ? ['', call.to ?? ''] : [call.to ?? '', ''];
	return {
		blockNumber,
		timeStamp,
		hash,
		from: call.from,
		to,
		value: whole(call.value ?? '0x0'),
		contractAddress,
		input: '',
		type: call.type.toLowerCase(),
		gas: whole(call.gas),
		gasUsed: whole(call.gasUsed),
		traceId: `0_${count}`,
		isError: error ? '1' : '0',
		errCode: error ? 'Reverted' : '',
	};
}

function whole(quantity: string): string {
	return BigInt(quantity).toString();
}
