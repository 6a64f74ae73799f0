/**
 * The result of a run as one documented JSON object: what every report is drawn from.
 *
 * Amounts are integers of the asset's smallest unit, as text (fen for CNY). Instants are milliseconds since 1970 UTC.
 * Reasons are codes of the report's catalogue with the facts they quote, so that a report may be Chinese or English.
 * No clock, run id, host or absolute path stands here: same evidence and settings, same bytes.
 */
import { z } from 'zod';
import { boundsSchema } from './bounds-schema.ts';
import { cashOutSchema } from './cash-outs-schema.ts';
import { chainsSchema } from './chains-schema.ts';
import { hierarchySchema } from './hierarchy-schema.ts';
import { historySchema, rateSpanSchema, readingSchema } from './history-schema.ts';
import { backingSchema, leadPaySchema } from './leads-schema.ts';
import { peelChainSchema } from './peel-chains-schema.ts';
import { sensitivitySchema } from './sensitivity-schema.ts';
import { swapsSchema } from './swaps-schema.ts';
import { todoRejectedSchema, todoSchema } from './todo-schema.ts';
import { tracedSchema, tracedTotalSchema } from './traced-schema.ts';
import { amount, count, grade, instant, reason } from './values-schema.ts';
import { yardsticksSchema } from './yardsticks-schema.ts';

const fileSchema = z.object({
	hash: z.string().describe('SHA-256'),
	paths: z.array(z.string()),
	size: count,
	source: z.string().describe('source that read it, or "" where none did'),
	status: z.enum(['read', 'partly-read', 'unknown-format', 'ambiguous', 'refused']),
	problem: reason.optional(),
	rows: z.object({
		total: count,
		read: count,
		skipped: z.record(z.string(), count),
		rejected: count,
		records: count,
		others: count,
	}),
	register: z
		.object({
			item: z.string().optional(),
			holder: z.string().optional(),
			obtained: z.string().optional(),
			notice: z.string().optional(),
			provider: z.string().optional(),
			extractor: z.string().optional(),
			witness: z.string().optional(),
			time: z.string().optional(),
			recordedHash: z.string().optional(),
			from: instant.optional().describe('the stretch of the history that was asked for'),
			until: instant.optional(),
		})
		.optional(),
	hashCheck: z.enum(['equal', 'different', 'none-recorded']),
});

const figureSchema = z.object({ id: z.string(), value: amount, count }).describe('figure -> transfers: figures.jsonl');

const personSchema = z.object({
	id: z.string(),
	name: z.string(),
	nicknames: z.array(z.string()),
	identity: z.string().describe('as given; masked by reports'),
	role: z.string().describe('last role; "" where none is given'),
	spells: z.array(
		z.object({
			role: z.string(),
			roleText: z.string(),
			group: z.string(),
			superior: z.string(),
			introducer: z.string(),
			province: z.string(),
			office: z.string().describe('办案单位'),
			batch: z.string(),
			from: instant.optional(),
			until: instant.optional(),
			source: z.string(),
		}),
	),
	group: z.string(),
	superior: z.string(),
	accounts: z.array(
		z.object({
			id: z.string().describe('the claim: what a decision names'),
			account: z.string(),
			grade: z.string(),
			confidence: count,
			source: z.string(),
			withdrawn: z.boolean(),
		}),
	),
	figures: z.record(z.string(), figureSchema).describe('yuan figures by name: received, passed-on, kept, wages, ...'),
	coins: z
		.array(z.object({ asset: z.string(), received: amount, count }))
		.describe('seeded coins that reached wallets'),
	leads: z.object({
		paid: count.describe('leads of resolved commissions'),
		reported: count.describe('by callers and leaders themselves'),
		joined: count.describe('as records of who came into lead groups show'),
	}),
	work: z
		.object({
			calls: z.object({
				attempted: count,
				answered: count,
				long: count.describe('talked for at least the seconds that case.yaml names'),
				numbers: count.describe('different numbers; masked ones may hide more'),
				repeated: count,
				seconds: count,
				first: instant.optional(),
				last: instant.optional(),
			}),
			days: z.object({
				worked: count,
				minutes: count,
				short: count.describe('days with less than a full day’s hours'),
			}),
			checked: count,
			checksMade: count,
		})
		.optional()
		.describe('what call records, time sheets and checks show; absent where none name the person'),
	leadPay: leadPaySchema.optional().describe('absent where no statement, call or pay tells of a day'),
	rates: z.array(rateSpanSchema).describe('fen paid for a lead from when until when'),
	days: z.object({ first: instant.optional(), last: instant.optional() }).describe('first and last pay'),
	traced: z.array(tracedSchema).describe('of what was received, per policy and origin'),
	tracedTotals: z.array(tracedTotalSchema),
	bounds: boundsSchema,
});

const payoutSchema = z.object({
	id: z.string().describe('the transfer'),
	payer: z.string(),
	payee: z.string(),
	instant,
	amount,
	kind: z.string(),
	certainty: z.enum(['documented', 'consistent', 'open']),
	basis: z.array(z.string()),
	reason,
	wage: amount,
	commission: amount,
	bonus: amount,
	rounding: amount,
	leads: count.optional(),
	rate: amount.optional(),
	readings: z.array(readingSchema),
	backing: backingSchema.optional().describe('of a payout that holds or may hold a commission'),
	history: historySchema.optional().describe('where readings differ, or the number of leads is not known'),
	grade,
});

const nodeSchema = z.object({
	id: z.string(),
	label: z.string(),
	note: z.string().describe('account or service under the label'),
	kind: z.enum(['overseas', 'seed', 'wallet', 'service', 'person', 'group', 'other']),
	role: z.string(),
	level: z.number().int().nonnegative().describe('column of the chart, 0 leftmost'),
	party: z.string().describe('person id, or ""'),
	members: count.describe('how many accounts or people it stands for'),
	gaps: z
		.array(z.string())
		.optional()
		.describe('why histories of its accounts on a chain are not whole; absent where they are'),
});

const linkSchema = z.object({
	id: z.string(),
	from: z.string(),
	to: z.string(),
	asset: z.string(),
	amount,
	count,
	first: instant,
	last: instant,
	grade,
	status: z.enum(['documented', 'consistent', 'proposed']),
	media: z.array(z.string()),
	kinds: z.array(z.string()),
	traced: amount.describe('of it, traced to seeds under the run’s policy; of a cash-out, the yuan'),
	yuan: amount.optional().describe('cash-outs: yuan received for the coins, with `rate`'),
	rate: z.string().optional(),
});

const placeSchema = z.string().describe('<file hash>:<sheet>:<row>');

const testimonySchema = z
	.object({
		id: z.string(),
		party: z.string().describe('person id, or "" where the name tells nobody'),
		person: z.string(),
		document: z.string(),
		page: z.string(),
		claim: z.string(),
		amount: amount.optional(),
		day: z.string().optional(),
		disputes: z.boolean(),
		about: z.string(),
		evidence: placeSchema,
	})
	.describe('of grade stated: shown beside figures, in no total');

const measureSchema = z
	.object({
		id: z.string(),
		kind: z.enum(['freeze', 'seizure', 'surrender', 'restitution']),
		party: z.string().describe('person id, or ""'),
		person: z.string(),
		account: z.string(),
		asset: z.string(),
		amount: amount.optional(),
		document: z.string(),
		authority: z.string(),
		from: instant.optional(),
		until: instant.optional(),
		evidence: placeSchema,
	})
	.describe('stands beside received and kept, netted with nothing');

const groupSchema = z.object({
	group: z.string(),
	name: z.string(),
	purpose: z.enum(['work', 'lead', 'unknown']),
	source: z.string(),
	members: count,
	joins: z.record(z.string(), count).describe('by what they count as: lead, staff, shill, rejoin, second-group, …'),
});

export const findingsSchema = z.object({
	schema: z.literal('liuxiang/findings/1'),
	program: z.string().describe('name and version'),
	case: z.object({
		name: z.string(),
		language: z.enum(['zh', 'en']),
		offsetMinutes: z.number().int(),
		from: instant.optional(),
		until: instant.optional(),
		maker: z.string(),
		reviewer: z.string(),
	}),
	parameters: z.record(z.string(), z.string()).describe('every setting that could move a figure, as text'),
	assets: z.array(z.object({ id: z.string(), symbol: z.string(), decimals: count })),
	evidence: z.object({
		files: z.array(fileSchema),
		rows: z.object({ total: count, read: count, skipped: count, rejected: count }),
		cutOff: instant.optional().describe('last instant in the evidence'),
	}),
	merging: z.object({
		records: count,
		transfers: count,
		byRule: z.record(z.string(), count),
		uncertain: count,
		exclusions: z.array(z.object({ reason: z.string(), transfers: count, records: count })),
		tied: count,
		joined: z
			.array(z.object({ sources: z.array(z.string()), rule: z.string(), transfers: count }))
			.describe('transfers that rows of several sources tell of, and the key that joined them'),
		single: z
			.array(z.object({ source: z.string(), transfers: count }))
			.describe('transfers that rows of one source alone tell of'),
		owners: z
			.array(z.object({ bill: z.string(), account: z.string(), rows: count }))
			.describe('the account behind a bill that names none, or a login, as order numbers of other files show'),
	}),
	seeds: z.array(
		z.object({
			origin: z.string(),
			label: z.string(),
			asset: z.string(),
			amount,
			count,
			first: instant,
			last: instant,
			source: z.string(),
		}),
	),
	conservation: z.array(
		z.object({
			policy: z.string(),
			asset: z.string(),
			origin: z.string(),
			seeded: amount,
			convertedIn: amount,
			held: amount,
			delivered: amount,
			convertedOut: amount,
			reseeded: amount.describe('paid out again by a seed payer: counted anew under the seed’s origin'),
		}),
	),
	cashOuts: z.array(cashOutSchema),
	unmatched: z.object({ coins: z.array(z.string()), yuan: z.array(z.string()) }),
	people: z.array(personSchema),
	payouts: z.array(payoutSchema).describe('pay kinds and what is open; every other judged transfer is in judged.jsonl'),
	kinds: z.array(z.object({ kind: z.string(), certainty: z.string(), count, amount })),
	chance: z
		.object({ unrelated: count, fitting: count })
		.describe('unrelated transfers of the case, and how many of them fit the pay rules by amount'),
	reconciliation: z.object({
		inflow: amount.describe('yuan that came to members from outside for the work: cash-outs and yuan seeds'),
		kept: amount.describe('sum of kept over all members, after operating costs'),
		operating: amount,
		unresolved: amount,
		balances: z.boolean(),
	}),
	flow: z
		.object({
			nodes: z.array(nodeSchema),
			links: z.array(linkSchema),
			folded: z.object({ nodes: count, links: count, limit: z.string() }),
		})
		.describe('the overview chart'),
	hierarchy: hierarchySchema,
	testimony: z.array(testimonySchema),
	measures: z.array(measureSchema),
	victims: z
		.array(z.object({ group: z.string(), count, loss: amount }))
		.describe('victims’ losses by lead group, from victims’ files alone'),
	groups: z.array(groupSchema),
	yardsticks: yardsticksSchema,
	chains: chainsSchema,
	todo: z.array(todoSchema),
	swaps: swapsSchema,
	peelChains: z.array(peelChainSchema),
	sensitivity: sensitivitySchema,
	todoRejected: z.array(todoRejectedSchema),
	incomplete: z.array(reason).describe('what a chain or file did not fully give'),
	tables: z.array(z.object({ file: z.string(), rows: count, what: z.string() })),
});

export type Findings = z.infer<typeof findingsSchema>;
export type FindingsPerson = Findings['people'][number];
export type FindingsLink = Findings['flow']['links'][number];
export type FindingsNode = Findings['flow']['nodes'][number];

/** The published JSON schema (`liuxiang schema`). */
export function findingsJsonSchema(): unknown {
	return z.toJSONSchema(findingsSchema);
}
