import { local, MINUTE } from './calendar.ts';
import type { Random } from './random.ts';
import type { End, GroupPacket, Means, Payment, Purpose } from './world.ts';

/** What is said of a payment when it is made; the rest (numbers, time of receipt) the books add. */
interface Spec {
	readonly at: number;
	readonly from: End;
	readonly to: End;
	readonly fen: bigint;
	readonly means: Means;
	readonly purpose: Purpose;
	readonly memo?: string;
	/** The card that a chat payment was drawn from or paid to. */
	readonly card?: string;
	readonly failed?: boolean;
	/** Given back after these minutes: all of it, or a part. */
	readonly refund?: { readonly fen: bigint; readonly minutes: number };
}

/** The invented books: every payment of the world, with the numbers that the platforms gave it. */
export interface Books {
	readonly payments: Payment[];
	pay(spec: Spec): Payment;
	/** A packet for a group: one payment for each share taken. */
	share(spec: Omit<Spec, 'to' | 'fen' | 'means'>, total: bigint, takers: readonly { to: End; fen: bigint }[]): void;
}

/** First digits of 交易单号 by means, as bills print them: payer's side, payee's side, parent. */
const PREFIXES: Readonly<Record<Means, readonly [string, string, string]>> = {
	packet: ['1000039801', '1000039802', '1000039901'],
	share: ['1000039801', '1000039802', '1000039901'],
	transfer: ['1000050001', '1000050001', '1000049801'],
	collect: ['1000051001', '1000051001', '1000049901'],
	shop: ['4200001801', '4200001801', '2023000001'],
	'top-up': ['2072103001', '2072103001', '2072103901'],
	withdrawal: ['2072104001', '2072104001', '2072104901'],
	bank: ['9300', '9300', ''],
	alipay: ['2023', '2023', 'ALI'],
};

export function openBooks(random: Random): Books {
	const payments: Payment[] = [];
	let serial = 0;
	const number = (prefix: string, at: number): string => {
		serial += 1;
		const day = local(at).slice(0, 10).replaceAll('-', '');
		return `${prefix}${day}${String((serial * 48_271) % 99_999_989).padStart(8, '0')}${random.digits(4)}`;
	};
	const numbers = (means: Means, at: number) => {
		const [out, into, parent] = PREFIXES[means];
		const order = number(out, at);
		return { order, payeeOrder: out === into ? order : number(into, at), parent: parent ? number(parent, at) : '' };
	};
	const refundOf = (spec: Spec) =>
		spec.refund && {
			fen: spec.refund.fen,
			at: spec.at + spec.refund.minutes * MINUTE,
			order: number('1000060001', spec.at),
			whole: spec.refund.fen === spec.fen,
		};
	return {
		payments,
		pay: (spec) => {
			const refund = refundOf(spec);
			const slow = spec.means === 'transfer' || spec.means === 'packet' ? random.int(3, 240) : 0;
			const payment: Payment = {
				at: spec.at,
				receivedAt: spec.at + slow * 1000,
				from: spec.from,
				to: spec.to,
				fen: spec.fen,
				means: spec.means,
				memo: spec.memo ?? '',
				...numbers(spec.means, spec.at),
				clearing: spec.card ? number('2023', spec.at) : '',
				card: spec.card ?? '',
				purpose: spec.purpose,
				...(refund ? { refund } : {}),
				...(spec.failed ? { failed: true } : {}),
			};
			payments.push(payment);
			return payment;
		},
		share: (spec, total, takers) => {
			const packet: GroupPacket = { total, leftOver: total - takers.reduce((sum, { fen }) => sum + fen, 0n) };
			const { order, parent } = numbers('share', spec.at);
			const refund =
				packet.leftOver > 0n
					? { fen: packet.leftOver, at: spec.at + 24 * 60 * MINUTE, order: number('1000060001', spec.at), whole: false }
					: undefined;
			takers.forEach(({ to, fen }, place) => {
				payments.push({
					at: spec.at,
					receivedAt: spec.at + (2 + 3 * place) * 1000,
					from: spec.from,
					to,
					fen,
					means: 'share',
					memo: spec.memo ?? '',
					order,
					payeeOrder: number(PREFIXES.share[1], spec.at),
					parent,
					clearing: '',
					card: '',
					purpose: spec.purpose,
					packet,
					...(refund ? { refund } : {}),
				});
			});
		},
	};
}

export const LIFE: Purpose = { kind: 'life' };

/** Money that looks like pay but is none, and why. */
export function trap(why: string): Purpose {
	return { kind: 'life', trap: why };
}
