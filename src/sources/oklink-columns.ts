/** Columns that all of OKLink's exports have, in English and in Chinese. They go by name: no published file shows their order. */
export const OKLINK_COLUMNS = {
	hash: ['Tx Hash', '交易哈希'],
	block: ['blockHeight', '区块高度'],
	utc: ['blockTime(UTC)', 'UTC时间'],
	local: ['blockTime(UTC+8)', '本地时间(UTC+8)'],
	from: ['from', '发送方'],
	to: ['to', '接收方'],
	amount: ['value', '数量'],
	symbol: ['symbol', '代币符号'],
	token: ['tokenAddress', '代币地址'],
} as const;
