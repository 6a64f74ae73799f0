import { type Receipt, sealReceipt } from '../../ledger/receipt.ts';

/** What receipts say together, of stretches that lie one after the other; asked is the last of them. */
export function joinedReceipt(parts: readonly Receipt[]): Receipt {
	const [first, last] = [parts[0], parts.at(-1)] as [Receipt, Receipt];
	return sealReceipt({
		...last,
		from: first.from,
		fromInstant: first.fromInstant,
		query: first.query === last.query ? last.query : `${first.query} … ${last.query}`,
		endpoint: [...new Set(parts.flatMap(({ endpoint }) => endpoint.split(' ')))].join(' '),
		answers: parts.flatMap(({ answers }) => answers),
		decimals: Object.assign({}, ...parts.map(({ decimals }) => decimals)),
	});
}
