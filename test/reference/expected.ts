/**
 * What the reference samples say, counted and added up by hand from the files themselves. Sums are of every record with
 * an amount, whatever its state: `out` and `in` as the file's owner sees it, `within` between their own accounts,
 * `moved` where the file is neither side's.
 */
export interface Expectation {
	/** Undefined: no source may claim the file alone, without what it needs from others. */
	readonly source: string | undefined;
	readonly read: number;
	/** Left out for documents (XML, JSON), which have no lines to pass over. */
	readonly skipped?: number;
	readonly rejected: number;
	readonly records: number;
	readonly sums: Readonly<Record<string, string>>;
}

const NOBODY: Expectation = { source: undefined, read: 0, rejected: 0, records: 0, sums: {} };

/** 27 payments, of which 3 withdrawals name a fee, in both forms of the bill. */
const WECHAT = {
	source: 'wechat-bill',
	read: 27,
	rejected: 0,
	records: 30,
	sums: { 'in CNY': '3328.49', 'out CNY': '23069.41', 'within CNY': '2636.01' },
} as const;

/** Without records: labels of chain addresses; those of other networks and the pack's own header are passed over. */
function labels(read: number, skipped: number): Expectation {
	return { source: 'tagpack', read, skipped, rejected: 0, records: 0, sums: {} };
}

export const EXPECTED: Readonly<Record<string, Expectation>> = {
	'tenpay/TenpayTrades.synthetic.txt': {
		source: 'tenpay-trades',
		read: 4,
		skipped: 1,
		rejected: 0,
		records: 4,
		// The packet's shares, 4 and 6 yuan; never twice its 10.
		sums: { 'in CNY': '200.00', 'out CNY': '210.00' },
	},
	'tenpay/TenpayRegInfo.synthetic.txt': {
		source: 'tenpay-registration',
		read: 3,
		skipped: 4,
		rejected: 0,
		records: 0,
		sums: {},
	},
	'tenpay/TenpayRegInfo-notfound.synthetic.txt': {
		source: 'tenpay-registration',
		read: 0,
		skipped: 1,
		rejected: 0,
		records: 0,
		sums: {},
	},
	'wechat/deg-wechat-records.csv': { ...WECHAT, skipped: 17 },
	// The second sheet is the same bill again: all its rows are passed over, two of 45 hold no cell.
	'wechat/deg-wechat-records.xlsx': { ...WECHAT, skipped: 18 + 43 },
	'alipay/deg-alipay-v1-web2019.csv': {
		source: 'alipay-bill',
		read: 6,
		skipped: 12,
		rejected: 0,
		records: 6,
		sums: { 'in CNY': '2808.43', 'out CNY': '3110.00' },
	},
	'alipay/deg-alipay-v2-app2021.csv': {
		source: 'alipay-bill',
		read: 11,
		skipped: 23,
		rejected: 0,
		records: 11,
		sums: { 'in CNY': '177.41', 'out CNY': '333.31', 'within CNY': '2.00' },
	},
	'alipay/deg-alipay-v3-2023.csv': {
		source: 'alipay-bill',
		read: 10,
		skipped: 25,
		rejected: 0,
		records: 10,
		sums: { 'in CNY': '222393.87', 'out CNY': '293.64' },
	},
	'alipay/judicial-账户明细.synthetic.csv': {
		source: 'alipay-account-detail',
		read: 2,
		skipped: 1,
		rejected: 0,
		records: 2,
		sums: { 'out CNY': '700.00' },
	},
	'alipay/judicial-余额明细.synthetic.csv': {
		source: 'alipay-balance-detail',
		read: 2,
		skipped: 1,
		rejected: 0,
		records: 2,
		sums: { 'in CNY': '500.00', 'out CNY': '1200.00' },
	},
	'bank/fankong-34col.synthetic.csv': {
		source: 'bank-flow',
		read: 1,
		skipped: 1,
		rejected: 0,
		records: 1,
		sums: { 'in CNY': '12.50' },
	},
	'bank/deg-cmb-debit.csv': {
		source: 'cmb-debit',
		read: 5,
		skipped: 1,
		rejected: 0,
		records: 5,
		sums: { 'in CNY': '1234.00', 'out CNY': '2013.14' },
	},
	'bank/deg-icbc-debit-v2.csv': {
		source: 'icbc-debit',
		read: 11,
		skipped: 9,
		rejected: 0,
		records: 11,
		sums: { 'in CNY': '2841.74', 'out CNY': '4241.08' },
	},
	// Every hash and address is masked: nothing can be told of any row.
	'crypto/deg-oklink-eth-token-transfer.csv': {
		source: 'oklink-eth',
		read: 0,
		skipped: 1,
		rejected: 199,
		records: 0,
		sums: {},
	},
	// Invented addresses, of which none has a right checksum.
	'crypto/oklink-tron-token-transfer.synthetic.csv': {
		source: 'oklink-tron',
		read: 0,
		skipped: 1,
		rejected: 2,
		records: 0,
		sums: {},
	},
	'crypto/deg-huobi-records.csv': {
		source: 'htx-trades',
		read: 3,
		skipped: 1,
		rejected: 0,
		records: 9,
		sums: {
			'in htx:BTC': '0.000304000000000000',
			'out htx:BTC': '0.000108600000000000',
			'in htx:BTC1S': '4.576000000000000000',
			'out htx:BTC1S': '0.009152010000000000',
			'in htx:USDT': '5.383800000000000000',
			'out htx:USDT': '19.600985190000000000',
		},
	},
	// No times: those of its blocks stand in another file.
	'crypto/ethereum-etl-token_transfers.csv': NOBODY,
	'chat/chatlog-export.synthetic.csv': {
		source: 'chatlog-csv',
		read: 3,
		skipped: 1,
		rejected: 0,
		records: 3,
		sums: { 'out CNY': '200.00' },
	},
	'chat/pywxdump-weclone-export.synthetic.csv': {
		source: 'pywxdump',
		read: 2,
		skipped: 1,
		rejected: 0,
		records: 2,
		sums: { 'in CNY': '200.00' },
	},
	'chat/wechatmsg-export.synthetic.csv': {
		source: 'wechatmsg',
		read: 2,
		skipped: 1,
		rejected: 0,
		records: 2,
		sums: {},
	},
	'chat/wechat-transfer-appmsg2000.synthetic.xml': {
		source: 'appmsg-xml',
		read: 1,
		rejected: 0,
		records: 1,
		sums: { 'moved CNY': '5.00' },
	},
	// A packet prints no time of its own, and this one's number is too long to hold the day.
	'chat/wechat-redpacket-appmsg2001.sanitised.xml': {
		source: 'appmsg-xml',
		read: 0,
		rejected: 1,
		records: 0,
		sums: {},
	},
	'tagpacks/exchange-wallets-binance.yaml': labels(57, 30),
	'tagpacks/exchange-wallets-huobi.yaml': labels(35, 24),
	// Of nine addresses for USDT three are of Bitcoin's form.
	'tagpacks/ofac.yaml': labels(156, 417),
	'tagpacks/usdt_blacklist.yaml': labels(774, 1),
};
