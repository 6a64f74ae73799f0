/** Questions to a node beside the pages of a history. */
import type { AccountId } from '../../../ledger/account.ts';
import { tronHex } from '../../../ledger/tron-address.ts';
import type { Ask } from '../transport/contract.ts';

/** What must be known of the chain to read a stretch. Addresses in Base58. */
export type Need =
	| { readonly kind: 'decimals'; readonly contract: string }
	| { readonly kind: 'balance'; readonly contract: string; readonly owner: string }
	/** Decimals of a TRC-10 token, by its number. */
	| { readonly kind: 'precision'; readonly token: string }
	/** In which block a transaction is. */
	| { readonly kind: 'transaction'; readonly transaction: string }
	/** What became of each transaction of a block. */
	| { readonly kind: 'block'; readonly number: number };

/**
 * The question as TronWeb puts it (a test holds the two together), so that kept answers are found again without it.
 *
 * @param latest whether the newest state is asked, which may still be taken back, or the confirmed one
 */
export function askOf(need: Need, latest: boolean): Ask {
	const root = latest ? '/wallet' : '/walletsolidity';
	switch (need.kind) {
		case 'decimals':
			return callOf(root, need.contract, need.contract, 'decimals()', '');
		case 'balance':
			return callOf(root, need.contract, need.owner, 'balanceOf(address)', tronHex(need.owner).padStart(64, '0'));
		case 'precision':
			return post('/wallet/getassetissuebyid', { value: need.token });
		case 'transaction':
			return post(`${root}/gettransactioninfobyid`, { value: need.transaction });
		case 'block':
			return post(`${root}/gettransactioninfobyblocknum`, { num: need.number });
	}
}

function callOf(root: string, contract: AccountId, owner: AccountId, selector: string, parameter: string): Ask {
	return post(`${root}/triggerconstantcontract`, {
		contract_address: `41${tronHex(contract)}`,
		owner_address: `41${tronHex(owner)}`,
		function_selector: selector,
		parameter,
		call_value: 0,
	});
}

function post(path: string, body: object): Ask {
	return { path, body: JSON.stringify(body) };
}

/** By what an answer is found among others. */
export function keyOf({ path, body = '' }: Ask): string {
	return `${path} ${body}`;
}
