/** A person's place in the gang, as people.csv claims it. `core` 核心, `leader` 组长, `inspector` 质检, `caller` 话务, … */
export type Role = 'core' | 'organiser' | 'leader' | 'inspector' | 'caller' | 'technician' | 'other';

/** One spell of one role of one person: a row of people.csv. Dates are claims. */
export interface Spell {
	readonly person: string;
	readonly identity?: string;
	readonly nicknames: readonly string[];
	readonly role: Role;
	/** The role as written. */
	readonly roleText: string;
	readonly group?: string;
	/** 上级: whom the person answered to. */
	readonly superior?: string;
	readonly introducer?: string;
	readonly province?: string;
	readonly office?: string;
	readonly batch?: string;
	/** Instants: start of the first day, end of the last. */
	readonly from?: number;
	readonly until?: number;
	readonly source: string;
	/** Point of the to-do list that a person confirmed, where no row of people.csv says so: what rests on it says so. */
	readonly adopted?: string;
}

/** Roles that are members of the gang; a party with any spell is a member during it. */
export const ROLE_WORDS: Readonly<Record<string, Role>> = {
	核心: 'core',
	核心成员: 'core',
	组织者: 'organiser',
	组长: 'leader',
	质检: 'inspector',
	质检员: 'inspector',
	话务: 'caller',
	话务员: 'caller',
	技术: 'technician',
	技术员: 'technician',
	其他: 'other',
};
