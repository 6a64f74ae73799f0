import type { AccountId } from './account.ts';
import type { AssetId } from './asset.ts';
import type { Attribution } from './attribution.ts';
import type { Spell } from './person.ts';
import type { Receipt } from './receipt.ts';
import type { LedgerRecord } from './record.ts';
import type { Moment } from './time.ts';

/**
 * Everything a file may say beside movements of money and calls, by the name of its list. `evidence` of a statement is
 * where it stands, `<file hash>:<sheet>:<row>`; `raw` is the row verbatim.
 */
export interface StatementLists {
	readonly attributions: Attribution;
	readonly spells: Spell;
	readonly groups: Group;
	readonly register: RegisterEntry;
	readonly leads: Lead;
	readonly orders: ExchangeOrder;
	readonly receipts: Receipt;
	readonly aliases: Alias;
	readonly members: GroupMember;
	readonly joins: GroupJoin;
	readonly attendance: Attendance;
	readonly checks: Check;
	readonly testimony: Testimony;
	readonly measures: Measure;
	readonly victims: Victim;
	readonly logins: Login;
}

export type StatementKind = keyof StatementLists;

/** What a file, or a stretch of it, says: movements of money, calls, and every other kind by the name of its list. */
export type Statements = { readonly [K in StatementKind]?: readonly StatementLists[K][] } & {
	readonly records?: readonly LedgerRecord[];
	readonly calls?: readonly Call[];
};

/** Every kind once, in a fixed order; as a record, so that the compiler misses none. */
export const STATEMENT_KINDS = Object.keys({
	attributions: true,
	spells: true,
	groups: true,
	register: true,
	leads: true,
	orders: true,
	receipts: true,
	aliases: true,
	members: true,
	joins: true,
	attendance: true,
	checks: true,
	testimony: true,
	measures: true,
	victims: true,
	logins: true,
} satisfies Record<StatementKind, true>) as readonly StatementKind[];

/** What a caller or leader reported, or a join record shows: `count` persons brought into a lead group on a day. */
export interface Lead {
	readonly id: string;
	/** Party name or account that brought them in. */
	readonly caller: string;
	readonly day: string;
	readonly count: number;
	readonly basis: 'joined' | 'reported' | 'called';
	/** Account or name of who reported it, where the file says so. */
	readonly reporter?: string;
	readonly evidence: string;
	readonly raw: string;
}

/** One call of a dialler or call-detail export. */
export interface Call {
	readonly id: string;
	/** Account (`seat:8001`, `phone:138…`) or name of who called. */
	readonly caller: string;
	/** The called number as the file gives it: plain, masked or hashed. */
	readonly callee: string;
	readonly moment: Moment;
	/** Time talked; 0: not answered. */
	readonly seconds: number;
	/** 任务, 外呼批次: what the call was part of. */
	readonly task?: string;
	readonly group?: string;
	readonly evidence: string;
	readonly raw: string;
}

/** A balance that the evidence prints for an account after one of its rows. */
export interface Balance {
	readonly account: AccountId;
	readonly asset: AssetId;
	readonly amount: bigint;
	readonly moment: Moment;
	readonly record: string;
}

/** A purchase or sale of coins at an exchange: the documented bridge between coins and yuan. */
export interface ExchangeOrder {
	readonly id: string;
	readonly account: AccountId;
	readonly asset: AssetId;
	/** `sell`: coins out, yuan in. */
	readonly side: 'sell' | 'buy';
	/** The order's number at the exchange. */
	readonly order: string;
	readonly quantity: bigint;
	/** Coins kept by the exchange. */
	readonly fee?: bigint;
	/** Fen. */
	readonly yuan: bigint;
	/** Yuan for one coin as printed, a plain decimal. */
	readonly price?: string;
	/** The other side by name or UID, and the account that the yuan went to or came from, where printed. */
	readonly counterparty?: string;
	readonly payAccount?: AccountId;
	readonly moment: Moment;
	readonly state: 'done' | 'cancelled' | 'open';
	readonly evidence: string;
	readonly raw: string;
}

/** A chat group and what it was for. */
export interface Group {
	readonly group: string;
	readonly name: string;
	readonly purpose: 'work' | 'lead' | 'unknown';
	readonly source: string;
}

/** A row of evidence.csv: how a file came into the case. */
export interface RegisterEntry {
	readonly file: string;
	readonly item?: string;
	/** Person or account whose file it is. */
	readonly holder?: string;
	readonly obtained?: string;
	readonly notice?: string;
	readonly provider?: string;
	readonly extractor?: string;
	readonly witness?: string;
	readonly time?: string;
	readonly hash?: string;
	/** The stretch of the account's history that was asked for; instants, both in it. */
	readonly from?: number;
	readonly until?: number;
}

/** By what an account is called, verbatim. It names nobody: who somebody is, is an attribution. */
export interface Alias {
	readonly account: AccountId;
	readonly name: string;
	/** `remark`: what somebody else calls the account; `handle`: its public id (微信号, 别名); `name`: a real name that a file prints. */
	readonly kind: 'nickname' | 'remark' | 'group-nickname' | 'handle' | 'phone' | 'name';
	readonly evidence: string;
}

/** Somebody's place in a chat group. */
export interface GroupMember {
	readonly group: string;
	readonly member: AccountId;
	/** As the group shows it, '' where it does not. */
	readonly name: string;
	/** `shill` 托: plays a customer for the gang. */
	readonly role: 'owner' | 'admin' | 'member' | 'shill';
	/** Instants; undefined: open. */
	readonly from?: number;
	readonly until?: number;
	readonly evidence: string;
}

/** Somebody came into a chat group. Whether that is a lead depends on the group and on who came. */
export interface GroupJoin {
	readonly id: string;
	readonly group: string;
	readonly groupName: string;
	/** Account of who came, `nick:<group>/<name>` where only a name is printed. */
	readonly member: AccountId;
	readonly name: string;
	/** Who brought them in, where said. */
	readonly inviter?: AccountId;
	readonly inviterName?: string;
	readonly moment: Moment;
	readonly evidence: string;
	readonly raw: string;
}

/** Minutes that somebody worked on a day, as a dialler or a time sheet prints them. */
export interface Attendance {
	readonly id: string;
	/** Account (`seat:8001`) or name. */
	readonly worker: string;
	readonly day: string;
	readonly minutes: number;
	readonly evidence: string;
	readonly raw: string;
}

/** An inspector's check of a call or of a caller. */
export interface Check {
	readonly id: string;
	readonly inspector: string;
	readonly worker: string;
	readonly moment: Moment;
	readonly result: string;
	readonly evidence: string;
	readonly raw: string;
}

/** What a person said on record, of grade *stated*: shown beside figures, in no total. */
export interface Testimony {
	readonly id: string;
	readonly person: string;
	/** The record (笔录) and its page. */
	readonly document: string;
	readonly page: string;
	readonly claim: string;
	/** Fen. */
	readonly amount?: bigint;
	readonly day?: string;
	/** The person contests what is held against them. */
	readonly disputes: boolean;
	/** The transfer, account or person it is about, where named. */
	readonly about?: string;
	readonly evidence: string;
	readonly raw: string;
}

/** Frozen 冻结, seized 扣押, surrendered 退赃, paid back to victims 退赔. Stands beside received and kept, netted with nothing. */
export interface Measure {
	readonly id: string;
	readonly kind: 'freeze' | 'seizure' | 'surrender' | 'restitution';
	/** '' where the document names an account alone. */
	readonly person: string;
	readonly account?: AccountId;
	readonly asset: AssetId;
	/** Smallest units; undefined: the document shows none. */
	readonly amount?: bigint;
	readonly document: string;
	readonly authority?: string;
	/** Instants. */
	readonly from?: number;
	readonly until?: number;
	readonly evidence: string;
	readonly raw: string;
}

/** A row of a victims' file. Only here may a loss be called one. */
export interface Victim {
	readonly id: string;
	readonly pseudonym: string;
	/** Fen. */
	readonly loss: bigint;
	readonly day?: string;
	readonly group?: string;
	readonly source: string;
	readonly evidence: string;
	readonly raw: string;
}

/** An account was used from an address or device. */
export interface Login {
	readonly id: string;
	readonly account: AccountId;
	readonly moment: Moment;
	readonly ip: string;
	readonly evidence: string;
	readonly raw: string;
}
