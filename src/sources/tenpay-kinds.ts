import type { Medium } from '../ledger/record.ts';
import { emptyIfNone } from './cells.ts';

/** What the words of a Tenpay row say of it. */
export interface TenpayKind {
	readonly medium: Medium;
	/** 交易业务类型, 交易用途类型 and 备注1, as printed, with `/` between. */
	readonly type: string;
}

const REFUND = /退款|退回|退还/;
const FEE = /手续费|服务费/;

interface Known extends TenpayKind {
	readonly out: boolean;
	readonly business: string;
	readonly purpose: string;
	readonly note: string;
}

/** A file has a handful of combinations; comparing with them is cheaper than hashing three words a row. */
const KNOWN_MAX = 64;

/** The kinds of one file's rows. */
export class TenpayKinds {
	readonly #known: Known[] = [];

	/**
	 * 备注1 tells red packets from transfers, because both have 转账 as their purpose. 充值 is a top-up only where money
	 * comes in: 话费充值 is a purchase.
	 *
	 * @param out 借贷类型 is 出
	 * @param business 交易业务类型
	 * @param purpose 交易用途类型
	 * @param note 备注1
	 */
	of(out: boolean, business: string, purpose: string, note: string): TenpayKind {
		for (const known of this.#known) {
			if (known.out === out && known.note === note && known.purpose === purpose && known.business === business) {
				return known;
			}
		}
		const type = [business, purpose, note].filter((word) => emptyIfNone(word) !== '').join('/');
		const kind: Known = { out, business, purpose, note, type, medium: mediumOf(out, type) };
		if (this.#known.length < KNOWN_MAX) this.#known.push(kind);
		return kind;
	}
}

function mediumOf(out: boolean, words: string): Medium {
	if (REFUND.test(words)) return 'refund';
	if (FEE.test(words)) return 'fee';
	if (out && words.includes('提现')) return 'withdrawal';
	if (!out && words.includes('充值')) return 'top-up';
	if (words.includes('红包')) return 'red-packet';
	if (words.includes('转账')) return 'chat-transfer';
	return /消费|付款|收款|商户|购|充值/.test(words) ? 'payment' : 'other';
}
