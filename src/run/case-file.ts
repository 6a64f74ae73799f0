/** `case.yaml`: what a person sets for a case, and its JSON schema. Reading it from disk is `case-folder.ts`. */
import { z } from 'zod';
import { MAPPED_YIELDS } from '../sources/mapping.ts';
import { chainsSchema } from './chains/chain-file.ts';
import { noticesSchema } from './notices/notice-file.ts';
import { scheduleSchema } from './watch/schedule-file.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day, such as 2023-03-01');
const yuan = z.string().regex(/^\d+(\.\d{1,2})?$/, 'yuan as text in quotes, such as "200" or "7.5"');
const decimal = z.string().regex(/^\d+(\.\d+)?$/, 'a decimal number as text in quotes, such as "7.10"');
const percent = z.string().regex(/^\d{1,2}(\.\d{1,2})?$/, 'percent as text in quotes, such as "0.5"');
const duration = z.string().regex(/^\d+(m|h|d)$/, 'a duration, such as 30m, 24h or 3d');
const role = z.enum(['core', 'organiser', 'leader', 'inspector', 'caller', 'technician', 'other']);

const mapping = z.strictObject({
	name: z.string().regex(/^[a-z][a-z0-9-]*$/),
	when: z.array(z.string()).min(1),
	yields: z.enum(MAPPED_YIELDS).default('transfers'),
	columns: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
	network: z.string().optional(),
	asset: z.string().optional(),
	timezone: z
		.string()
		.regex(/^[+-]\d{2}:\d{2}$/)
		.optional(),
	decimals: z.number().int().min(0).max(36).optional(),
	in_words: z.array(z.string()).optional(),
	out_words: z.array(z.string()).optional(),
	done_words: z.array(z.string()).optional(),
	cancelled_words: z.array(z.string()).optional(),
	kind: z.enum(['freeze', 'seizure', 'surrender', 'restitution']).optional(),
	disputes: z.boolean().optional(),
	institution: z.string().optional(),
});

/** Whether any cap is stated: then somebody must have said so. */
function statesSomething({ source: _source, received_max, outside_money, ...rest }: Record<string, unknown>): boolean {
	const caps = Array.isArray(received_max) ? received_max.length : 0;
	return caps > 0 || outside_money !== 'any' || Object.values(rest).some((value) => value !== undefined);
}

export const caseFileSchema = z.strictObject({
	version: z.literal(1),
	name: z.string().min(1),
	language: z.enum(['zh', 'en']).default('zh'),
	timezone: z
		.string()
		.regex(/^[+-]\d{2}:\d{2}$/)
		.default('+08:00'),
	period: z.strictObject({ from: day, until: day }).partial().default({}),
	/** The rules in force on it are read beside those of the acts. Left out: those without a last day. */
	judgment_day: day.optional(),
	maker: z.string().default(''),
	reviewer: z.string().default(''),
	store: z.union([z.literal('duckdb'), z.string().regex(/^(neo4j|bolt)(\+s|\+ssc)?:\/\//)]).default('duckdb'),
	neo4j: z
		.strictObject({
			user: z.string().min(1).default('neo4j'),
			password_file: z.string().min(1).optional(),
			password_env: z.string().min(1).optional(),
			/** The server's default database where it is left out. */
			database: z.string().min(1).optional(),
			/** Tells the cases of one database apart. The case's name where it is left out. */
			case: z.string().min(1).optional(),
			keep_runs: z.number().int().min(1).default(1),
		})
		.refine((login) => login.password_file === undefined || login.password_env === undefined, {
			message: 'either password_file or password_env, not both',
		})
		.prefault({}),
	/** Passwords of archives, one a line: a file beside `case.yaml`, or the variable that holds such a text. */
	passwords_file: z.string().min(1).optional(),
	passwords_env: z.string().min(1).optional(),
	assets: z
		.array(z.strictObject({ id: z.string(), symbol: z.string(), decimals: z.number().int().min(0).max(36) }))
		.default([]),
	seeds: z
		.strictObject({
			/** Every transfer from an account attributed as overseas. */
			overseas: z.boolean().default(true),
			/** Further paying accounts, each its own origin. */
			accounts: z.array(z.string()).default([]),
			transfers: z.array(z.string()).default([]),
		})
		.prefault({}),
	pay: z
		.strictObject({
			wages: z
				.array(z.strictObject({ role, yuan_per_day: yuan, from: day.optional(), until: day.optional() }))
				.default([]),
			commissions: z
				.array(
					z.strictObject({
						yuan_per_lead: z.union([yuan, z.strictObject({ min: yuan, max: yuan })]),
						group: z.string().optional(),
						from: day.optional(),
						until: day.optional(),
					}),
				)
				.default([]),
			part_days_percent: z.array(z.number().int().min(1).max(99)).default([50]),
			days_per_payout_max: z.number().int().min(1).max(31).default(1),
			leads_per_day_max: z.number().int().min(1).optional(),
			rounding_max_yuan: yuan.default('1.00'),
		})
		.prefault({}),
	work: z
		.strictObject({
			/** Calls of at least so many seconds are counted apart. */
			call_seconds_min: z.number().int().min(1).default(30),
			/** Hours of a full day's work, which a full wage was paid for. */
			full_day_hours: z.number().int().min(1).max(24).default(8),
		})
		.prefault({}),
	cash_outs: z
		.strictObject({
			rates: z
				.array(
					z.strictObject({
						min: decimal,
						max: decimal,
						from: day.optional(),
						until: day.optional(),
						source: z.string().min(1),
					}),
				)
				.default([]),
			before: duration.default('24h'),
			after: duration.default('72h'),
			chance_max: z.number().min(0).max(1).default(0.01),
			/** What the yuan may lack as a fee, of what the coins are worth. */
			fee_percent_max: percent.default('0'),
			fee_yuan_max: yuan.default('0'),
			/** Coin legs, or yuan legs, of one match. */
			parts_max: z.number().int().min(1).max(4).default(3),
			/** Legs on one side of a match lie within this time. */
			group_within: duration.default('24h'),
			confidence_min: z.number().min(0).max(1).default(0.2),
		})
		.prefault({}),
	/** What the case states about what is not in the evidence: on it, and on rows, upper bounds rest. */
	bounds: z
		.strictObject({
			/** Who says all this. */
			source: z.string().min(1).optional(),
			/** Members all of whose accounts are attributed: names or identity numbers, `*` for everybody. */
			accounts_known: z
				.strictObject({ people: z.array(z.string().min(1)), except: z.array(z.string().min(1)).default([]) })
				.optional(),
			bonuses_max_yuan: yuan.optional(),
			own_money_max_yuan: yuan.optional(),
			received_max: z.array(z.strictObject({ role, yuan_per_day: yuan })).default([]),
			outside_money: z.enum(['any', 'coins']).default('any'),
		})
		.refine((bounds) => bounds.source !== undefined || !statesSomething(bounds), {
			message: 'say in bounds.source who states this',
		})
		.prefault({}),
	trace: z
		.strictObject({
			policy: z.enum(['fifo', 'lifo', 'haircut', 'poison']).default('fifo'),
			services_end_branches: z.boolean().default(true),
			depth: z.number().int().min(1).optional(),
			hub: z.number().int().min(1).optional(),
		})
		.prefault({}),
	chains: chainsSchema,
	chart: z.strictObject({ fold_above: z.number().int().min(1).default(8) }).prefault({}),
	/** Packages that a run draws when it is done. */
	packages: z
		.array(
			z.strictObject({
				level: z.enum(['internal', 'court', 'public']).default('court'),
				/** Masked for the public where it is left out, else in full. */
				names: z.enum(['full', 'masked']).optional(),
				/** One for each, and a table that sums them. */
				each: z.enum(['group', 'batch', 'office', 'province']).optional(),
			}),
		)
		.default([]),
	/** When `watch` runs the case. */
	schedule: scheduleSchema.optional(),
	notices: noticesSchema.optional(),
	mappings: z.array(mapping).default([]),
});

export type CaseFile = z.infer<typeof caseFileSchema>;

/** The JSON schema that gives editors completion for `case.yaml`. */
export function caseFileJsonSchema(): unknown {
	return z.toJSONSchema(caseFileSchema, { io: 'input' });
}
