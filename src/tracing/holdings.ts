/** Holdings: what one account has of one asset. Lots, shares and marks live in holdings. */
export interface Holdings {
	readonly count: number;
	/** By transfer: the holding that pays, and the one that receives. */
	readonly payer: Int32Array;
	readonly payee: Int32Array;
	/** By holding: its account and its asset. */
	readonly account: Int32Array;
	readonly asset: Int32Array;
}

interface Cells {
	readonly src: Int32Array;
	readonly dst: Int32Array;
	readonly asset: Int32Array;
}

/** Numbers the holdings that transfers touch. With one asset a holding is its account, and nothing is copied. */
export function numberHoldings(cells: Cells, accounts: number, assets: number): Holdings {
	if (assets <= 1) {
		const account = Int32Array.from({ length: accounts }, (_, k) => k);
		return { count: accounts, payer: cells.src, payee: cells.dst, account, asset: new Int32Array(accounts) };
	}
	const size = cells.src.length;
	const payer = new Int32Array(size);
	const payee = new Int32Array(size);
	const account: number[] = [];
	const asset: number[] = [];
	// An account has few assets: a chain of its holdings is shorter to walk than a hash is to compute.
	const first = new Int32Array(accounts).fill(-1);
	const next: number[] = [];
	const number = (of: number, kind: number): number => {
		let holding = first[of] as number;
		while (holding >= 0 && asset[holding] !== kind) holding = next[holding] as number;
		if (holding >= 0) return holding;
		account.push(of);
		asset.push(kind);
		next.push(first[of] as number);
		first[of] = next.length - 1;
		return next.length - 1;
	};
	for (let i = 0; i < size; i++) {
		payer[i] = number(cells.src[i] as number, cells.asset[i] as number);
		payee[i] = number(cells.dst[i] as number, cells.asset[i] as number);
	}
	return { count: account.length, payer, payee, account: Int32Array.from(account), asset: Int32Array.from(asset) };
}
