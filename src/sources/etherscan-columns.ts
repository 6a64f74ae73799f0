/** Columns that all of Etherscan's exports have, with the texts of its old and its new headers. */
export const ETHERSCAN_COLUMNS = {
	hash: ['Transaction Hash', 'Txhash'],
	block: ['Blockno'],
	unix: ['UnixTimestamp'],
	utc: ['DateTime (UTC)', 'DateTime'],
} as const;
