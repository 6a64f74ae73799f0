/** The words of the invented world. Everything below is true in it; the evidence shows only a part. */

export type Role = 'core' | 'leader' | 'inspector' | 'caller';

export interface Spell {
	readonly role: Role;
	/** Name of the group, '' for core members. */
	readonly group: string;
	/** Name of the person answered to, '' for core members. */
	readonly superior: string;
	readonly from: string;
	readonly until: string;
}

/** How the evidence ties a chat account to its person. */
export type Known = 'registered' | 'controls' | 'uses' | 'proposed';

export interface Person {
	readonly name: string;
	readonly identity: string;
	readonly nickname: string;
	readonly phone: string;
	readonly spells: readonly Spell[];
	/** WeChat handles, the main one first. */
	readonly chats: readonly string[];
	/** Bank card bound to the chat account, or ''. */
	readonly card: string;
	readonly tron: readonly string[];
	readonly eth: readonly string[];
	/** A judicial return of the chat accounts lies in the evidence. */
	readonly returns: boolean;
	/** The person's own bill lies in the evidence, in this form. */
	readonly bill?: 'bom' | 'plain' | 'xlsx';
	readonly known: Known;
	/** Paid through Alipay from this day on. */
	readonly alipayFrom?: string;
}

/** Whether the platform was asked who is behind somebody's Alipay number: of one caller, paid so from May on, it was not. */
export function alipayAsked({ alipayFrom }: Person): boolean {
	return alipayFrom !== undefined && alipayFrom < '2023-05-01';
}

export interface Group {
	readonly index: number;
	readonly name: string;
	readonly leader: Person;
	readonly core: Person;
	readonly members: readonly Person[];
	/**
	 * What is special about it: `plain`; `over-claims` in its reports; keeps `no-reports`; pays `eight` yuan a lead;
	 * pays a rate of which the case knows only a `band`; pays some people by `alipay`.
	 */
	readonly style: GroupStyle;
}

export const STYLES = ['plain', 'over-claims', 'no-reports', 'eight', 'band', 'alipay'] as const;
export type GroupStyle = (typeof STYLES)[number];

/** One end of a payment: the account, and the names that the other side sees. */
export interface End {
	/** `network:handle` */
	readonly account: string;
	readonly name: string;
	readonly nickname: string;
	readonly person?: Person;
}

/** Why money moved, as those who moved it know. */
export type Purpose =
	| {
			readonly kind: 'pay';
			readonly wage: bigint;
			readonly commission: bigint;
			readonly leads: number;
			readonly rate: bigint;
			readonly bonus: bigint;
			readonly rounding: bigint;
	  }
	| { readonly kind: 'funding' }
	| { readonly kind: 'operating' }
	| { readonly kind: 'cash-out' }
	| { readonly kind: 'own' }
	/** Given back by a payee who got too much. */
	| { readonly kind: 'return' }
	/** Unrelated to the work. `trap`: it looks like pay; why it is none. */
	| { readonly kind: 'life'; readonly trap?: string };

export type Means = 'packet' | 'share' | 'transfer' | 'collect' | 'shop' | 'top-up' | 'withdrawal' | 'bank' | 'alipay';

/** A packet for a group: many take a share of it, and what nobody takes goes back. */
export interface GroupPacket {
	readonly total: bigint;
	readonly leftOver: bigint;
}

interface Refund {
	readonly fen: bigint;
	readonly at: number;
	readonly order: string;
	/** Not taken by the payee, or given back in part by a shop. */
	readonly whole: boolean;
}

/** One movement of yuan. */
export interface Payment {
	readonly at: number;
	readonly receivedAt: number;
	readonly from: End;
	readonly to: End;
	readonly fen: bigint;
	readonly means: Means;
	readonly memo: string;
	/** 交易单号 of the payer's side; of the payee's side, which differs for packets. */
	readonly order: string;
	readonly payeeOrder: string;
	/** 大单号, in bills 商户单号. */
	readonly parent: string;
	/** Number at the clearing between bank and chat pay, and the card; '' where no card is involved. */
	readonly clearing: string;
	readonly card: string;
	readonly purpose: Purpose;
	readonly packet?: GroupPacket;
	readonly refund?: Refund;
	/** The bank or platform did not carry it out. */
	readonly failed?: boolean;
}

export type CoinPurpose = 'seed' | 'own' | 'sale' | 'fee' | 'dust' | 'poison' | 'fake' | 'stranger' | 'supply';

/** One movement of a token on a chain. */
export interface CoinMove {
	readonly chain: 'tron' | 'eth';
	readonly at: number;
	readonly from: string;
	readonly to: string;
	/** Millionths of a token. */
	readonly units: bigint;
	readonly contract: string;
	readonly symbol: string;
	readonly tx: string;
	readonly block: number;
	readonly purpose: CoinPurpose;
}

export interface Sale {
	readonly core: Person;
	readonly coin: CoinMove;
	readonly fen: bigint;
	/** Absent: paid in cash. */
	readonly yuan?: Payment;
	/** '' where amount, rate and time leave one pairing only. */
	readonly missing: string;
}

/** A party that is no member: its accounts and what it is. */
export interface Outsider {
	readonly name: string;
	readonly nickname: string;
	readonly account: string;
	/** Word of accounts.csv, '' where the investigation has not named it. */
	readonly category: '' | '境外' | '服务商' | '商户' | '经营' | '家属' | '单位' | '其他';
}

/** What a caller really did on a day, and what the group's report says of it. */
export interface DayWork {
	readonly person: Person;
	readonly group: Group;
	readonly day: string;
	/** 100 a whole day, 50 half of it. */
	readonly percent: 50 | 100;
	readonly leads: number;
	/** Undefined: nobody reported. */
	readonly reported?: number;
}

export interface World {
	readonly seed: number;
	readonly cores: readonly Person[];
	readonly groups: readonly Group[];
	readonly people: readonly Person[];
	readonly outsiders: readonly Outsider[];
	readonly works: readonly DayWork[];
	readonly payments: readonly Payment[];
	readonly coins: readonly CoinMove[];
	readonly sales: readonly Sale[];
	/** Wallet -> overseas party. */
	readonly overseas: ReadonlyMap<string, string>;
}

export function spellOn(person: Person, day: string): Spell | undefined {
	return person.spells.find((spell) => spell.from <= day && day <= spell.until);
}

export function lastRole(person: Person): Role {
	return person.spells.at(-1)?.role ?? 'caller';
}

/** The person's chat account as an end of a payment. */
export function chatEnd(person: Person, which = 0): End {
	return { account: `wechat:${person.chats[which]}`, name: person.name, nickname: person.nickname, person };
}

export function cardEnd(person: Person): End {
	return { account: `bank:${person.card}`, name: person.name, nickname: person.name, person };
}

export function outsiderEnd({ account, name, nickname }: Outsider): End {
	return { account, name, nickname };
}
