/** TRX and TRC-10 that transactions move, and the fees they cost, out of TronGrid's history of transactions. */
import { unknownAccount } from '../../../ledger/account.ts';
import { recordId } from '../../../ledger/evidence.ts';
import type { RecordState } from '../../../ledger/record.ts';
import type { JsonRow } from '../../token-json.ts';
import { tronAccount } from '../../token-json-record.ts';
import { hashOf } from '../../token-record.ts';
import { chainMove, type MoveFacts } from './chain-move.ts';
import { Damage, damageOf } from './damage.ts';
import { type Move, NETWORK, type Notes, type Subject, TRX } from './subject.ts';
import { type TokenTen, tokenIdOf } from './trc10.ts';

/** Where the collected fees go: nobody's own, as in the exports of explorers. */
const FEES = `${NETWORK}:@fee`;

/**
 * Types of contract that move nothing from one account to another: votes, stakes and their rewards, permissions,
 * names (java-tron, `Tron.proto`, `ContractType`). What is staked stays the owner's.
 */
const STILL: ReadonlySet<string> = new Set([
	'AccountCreateContract',
	'AccountPermissionUpdateContract',
	'AccountUpdateContract',
	'AssetIssueContract',
	'CancelAllUnfreezeV2Contract',
	'ClearABIContract',
	'DelegateResourceContract',
	'FreezeBalanceContract',
	'FreezeBalanceV2Contract',
	'ProposalApproveContract',
	'ProposalCreateContract',
	'ProposalDeleteContract',
	'SetAccountIdContract',
	'UnDelegateResourceContract',
	'UnfreezeAssetContract',
	'UnfreezeBalanceContract',
	'UnfreezeBalanceV2Contract',
	'UpdateAssetContract',
	'UpdateBrokerageContract',
	'UpdateEnergyLimitContract',
	'UpdateSettingContract',
	'VoteWitnessContract',
	'WithdrawBalanceContract',
	'WithdrawExpireUnfreezeContract',
	'WitnessCreateContract',
	'WitnessUpdateContract',
]);

/** @throws Damage */
export function coinMoves(rows: readonly JsonRow[], subject: Subject, notes: Notes, trc10: TokenTen): readonly Move[] {
	return rows.flatMap((row) => {
		// What contracts sent comes among them, and is a history of its own.
		if (row.text('txID') === '') return [];
		try {
			return movesOf(row, subject, notes, trc10);
		} catch (error) {
			throw damageOf(error, row.text('txID'));
		}
	});
}

function movesOf(row: JsonRow, subject: Subject, notes: Notes, trc10: TokenTen): Move[] {
	const transaction = hashOf(NETWORK, row.needed('txID'));
	if (transaction === undefined) throw row.fault(['txID'], 'value');
	const [contract, ...more] = row.list('raw_data.contract') ?? [];
	if (contract === undefined || more.length > 0) throw new Damage(`${transaction} has not one contract`);
	const owner = tronAccount(contract, ['parameter.value.owner_address']);
	const type = contract.needed('type');
	const [result] = row.list('ret') ?? [];
	const state = stateOf(result);
	const common: MoveFacts = { row, transaction, from: owner, type, state };
	const moves: Move[] = [];
	for (const part of partsOf(contract, type, transaction, notes)) {
		const { asset = TRX, position = 'value', amount, to } = part;
		if (amount === 0n || (asset !== TRX && !trc10.reads(asset, subject, notes))) continue;
		moves.push(chainMove({ ...common, position, to, asset, amount, medium: asset === TRX ? 'coin' : 'token' }));
	}
	const fee = feeOf(row, result);
	if (fee > 0n) {
		// The fee is paid whether or not the transaction came through.
		const paid = { position: 'fee', to: FEES, asset: TRX, amount: fee, medium: 'fee', state: 'done' } as const;
		moves.push(chainMove({ ...common, ...paid }));
	}
	return moves;
}

/** What a contract's parameters say that it moves from its owner. */
interface Part {
	readonly to: string;
	readonly amount: bigint;
	readonly asset?: string;
	readonly position?: string;
}

function partsOf(contract: JsonRow, type: string, transaction: string, notes: Notes): readonly Part[] {
	const value = (member: string) => `parameter.value.${member}`;
	const whole = (member: string) => wholeIn(contract, value(member));
	const to = (member: string) => tronAccount(contract, [value(member)]);
	const sum = () => {
		contract.needed(value('amount'));
		return whole('amount');
	};
	switch (type) {
		case 'TransferContract':
			return [{ to: to('to_address'), amount: sum() }];
		case 'ParticipateAssetIssueContract':
			return [{ to: to('to_address'), amount: sum() }];
		case 'TransferAssetContract':
			return [{ to: to('to_address'), amount: sum(), asset: tokenIdOf(contract.needed(value('asset_name'))) }];
		case 'TriggerSmartContract': {
			const paid = { to: to('contract_address'), amount: whole('call_value') };
			const tokens = whole('call_token_value');
			if (tokens === 0n) return [paid];
			return [
				paid,
				{ ...paid, amount: tokens, asset: tokenIdOf(contract.needed(value('token_id'))), position: 'token' },
			];
		}
		case 'CreateSmartContract': {
			// The row does not name the contract that was made.
			const made = unknownAccount(
				recordId({ kind: 'chain', chain: NETWORK, transaction, position: 'value', receipt: '' }),
				'to',
			);
			return [{ to: made, amount: whole('new_contract.call_value') }];
		}
		default:
			if (!STILL.has(type)) notes.add(`transaction of type ${type}, of which only the fee is read`);
			return [];
	}
}

/** A member that is left out where it is 0. @throws RowFault */
function wholeIn(row: JsonRow, path: string): bigint {
	const text = row.text(path);
	if (text === '') return 0n;
	if (!/^\d{1,40}$/.test(text)) throw row.fault([path], 'amount');
	return BigInt(text);
}

function stateOf(result: JsonRow | undefined): RecordState {
	const word = result?.text('contractRet') ?? '';
	if (word === '') throw new Damage('a transaction without its result');
	return word === 'SUCCESS' || word === 'DEFAULT' ? 'done' : 'failed';
}

/** All that the transaction cost: `ret[].fee` has what `net_fee` and `energy_fee` leave out, such as a new account. */
function feeOf(row: JsonRow, result: JsonRow | undefined): bigint {
	const all = result === undefined ? 0n : wholeIn(result, 'fee');
	const parts = wholeIn(row, 'net_fee') + wholeIn(row, 'energy_fee');
	return all > parts ? all : parts;
}
