/** `chains` of `case.yaml`: which networks are asked, where, and how much of them. */
import { z } from 'zod';

/** One that no calendar has would be passed over, and the whole history asked for. */
const day = z.iso.date('a day, such as 2023-03-01');
const block = z.number().int().min(0);

/** Chain ids that have a name of their own here: one chain under two names would be two chains. */
const NAMED: Readonly<Record<string, string>> = {
	'evm-1': 'eth',
	'evm-56': 'bsc',
	'evm-137': 'polygon',
	'evm-42161': 'arbitrum',
};

const network = z
	.string()
	.regex(/^(eth|bsc|polygon|arbitrum|tron|evm-[1-9]\d*)$/, 'eth, bsc, polygon, arbitrum, tron or evm-<chain id>')
	.refine((name) => NAMED[name] === undefined, {
		error: ({ input }) => `this chain by its name: ${NAMED[input as string]}`,
	});

/** Nothing here quotes what was written: it may hold a key. */
const url = z
	.string()
	.regex(/^(https?|wss?):\/\/./, 'an address that begins with https://, http://, wss:// or ws://')
	.refine((text) => !/^[^/]*\/\/[^/?#]*@/.test(text), {
		message: 'an address without user and password: name the file or variable that holds the key',
	});

const endpoint = z
	.strictObject({
		url,
		interface: z.enum(['rpc', 'etherscan', 'trongrid']),
		key_file: z.string().min(1).optional(),
		key_env: z
			.string()
			.regex(/^[A-Z][A-Z0-9_]*$/, 'the name of an environment variable, never the key')
			.optional(),
		requests_per_second: z.number().positive().max(1000).default(5),
		timeout: z
			.string()
			.regex(/^\d+(s|m)$/, 'a time, such as 30s or 2m')
			.default('30s'),
	})
	.refine(({ key_file, key_env }) => key_file === undefined || key_env === undefined, {
		message: 'either key_file or key_env, not both',
	});

const chain = z
	.strictObject({
		network,
		/** Several of one interface: asked in this order. */
		endpoints: z.array(endpoint).min(1),
		/** Blocks on top of one that make it final; the chain's own word for it where it is left out. */
		confirmations: z.number().int().min(1).max(100_000).optional(),
		/** Also what may still be taken back. */
		unconfirmed: z.boolean().default(false),
		tokens: z.union([z.enum(['known', 'all']), z.array(z.string().min(1)).min(1)]).default('known'),
		/** Beside the attributed accounts of the network and those of the seeds. */
		accounts: z.array(z.string().min(1)).default([]),
		from_block: block.optional(),
		/** TRON, whose histories are asked by time. */
		from: day.optional(),
		/** Looks at every block in between, for coins where no interface knows an account's own. Without an end: up to the newest. */
		scan: z
			.strictObject({ from_block: block, until_block: block.optional() })
			.refine((span) => span.from_block <= (span.until_block ?? span.from_block), {
				message: 'from_block not above until_block',
			})
			.optional(),
		internal: z.enum(['auto', 'off']).default('auto'),
		/** Two endpoints must give the same answer. */
		cross_check: z.boolean().default(false),
		keep_answers: z.boolean().default(true),
	})
	.superRefine((one, context) => {
		const tron = one.network === 'tron';
		for (const [index, { interface: kind }] of one.endpoints.entries())
			if ((kind === 'trongrid') !== tron)
				context.addIssue({
					code: 'custom',
					path: ['endpoints', index, 'interface'],
					message: tron ? 'trongrid, for TRON' : 'rpc or etherscan: trongrid is of TRON alone',
				});
		const kinds = one.endpoints.map((endpoint) => endpoint.interface);
		if (one.cross_check && kinds.some((kind) => kinds.indexOf(kind) === kinds.lastIndexOf(kind)))
			context.addIssue({
				code: 'custom',
				path: ['cross_check'],
				message: 'two endpoints of each interface, to check one against the other',
			});
		const odd = tron ? (['from_block', 'scan', 'confirmations'] as const) : (['from'] as const);
		for (const key of odd)
			if (one[key] !== undefined)
				context.addIssue({
					code: 'custom',
					path: [key],
					message: tron ? 'left out for TRON: it counts by time, see "from"' : 'left out here: write from_block',
				});
	});

export const chainsSchema = z
	.array(chain)
	.refine((chains) => new Set(chains.map((one) => one.network)).size === chains.length, {
		message: 'each network once',
	})
	.default([]);

export type ChainFile = z.infer<typeof chainsSchema>[number];
