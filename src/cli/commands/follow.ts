import { Problem } from '../../ledger/problem.ts';
import type { FollowRequest } from '../../run/chains/follow.ts';
import { chainAccess } from '../chain-access.ts';
import { defineCommand } from '../command.ts';
import { given } from '../given.ts';
import { startProgress } from '../progress.ts';
import { whileLocked } from '../while-locked.ts';

const FORMS = ['table', 'json', 'csv'] as const;
const POLICIES = ['fifo', 'lifo', 'haircut', 'poison'] as const;
const WHOLE = ['budget', 'accounts', 'depth', 'minutes'] as const;

export const follow = defineCommand({
	usage: 'follow <what> [folder]',
	purpose: 'follow.purpose',
	examples: [
		['follow T… my-case --chain tron --budget 500', 'follow.example'],
		['follow 张三 my-case --chain eth --budget 500 --depth 4 --min 100', 'follow.example-limits'],
	],
	options: (yargs, words) =>
		yargs
			.positional('what', { type: 'string', demandOption: true, describe: words.say('follow.what') })
			.positional('folder', { type: 'string', default: '.', describe: words.say('option.folder') })
			.option('chain', { type: 'string', demandOption: true, requiresArg: true, describe: words.say('follow.chain') })
			.option('budget', { type: 'number', demandOption: true, requiresArg: true, describe: words.say('follow.budget') })
			.option('accounts', { type: 'number', requiresArg: true, describe: words.say('follow.accounts') })
			.option('depth', { type: 'number', requiresArg: true, describe: words.say('follow.depth') })
			.option('min', { type: 'string', requiresArg: true, describe: words.say('follow.min') })
			.option('minutes', { type: 'number', requiresArg: true, describe: words.say('follow.minutes') })
			.option('until', { type: 'string', requiresArg: true, describe: words.say('follow.until') })
			.option('policy', { choices: POLICIES, describe: words.say('trace.policy') })
			.option('as', { choices: FORMS, default: 'table' as const, describe: words.say('trace.as') }),
	async handle(args, cli) {
		for (const option of WHOLE) {
			const value = args[option];
			if (value !== undefined && !(Number.isInteger(value) && value > 0))
				throw new Problem('usage', 'usage.whole', { option });
		}
		const [{ followOnChain }, { followCsv, printFollow }] = await Promise.all([
			import('../../run/chains/follow.ts'),
			import('../views/follow.ts'),
		]);
		const progress = await startProgress(cli);
		try {
			const access = await chainAccess(cli, progress);
			const place = { env: cli.terminal.env, access, onProgress: progress.onProgress };
			const answer = await whileLocked(args.folder, 'follow', cli, () =>
				followOnChain(args.folder, requestOf(args), place),
			);
			progress.stop();
			const { assets, offsetMinutes, ...told } = answer;
			if (cli.json || args.as === 'json') cli.resultJson(told);
			else if (args.as === 'csv') cli.terminal.out(followCsv(answer));
			else cli.result(printFollow(answer, cli.words));
			if (answer.unanswered !== undefined) return 4;
			const { unopened, incomplete, unseen, damaged } = answer;
			return [unopened, incomplete, unseen, damaged].every((list) => list.length === 0) ? 0 : 1;
		} finally {
			progress.stop();
		}
	},
});

function requestOf(args: { [Key in keyof FollowRequest]: FollowRequest[Key] | undefined }): FollowRequest {
	const { what, chain, budget, accounts, depth, until, min, minutes, policy } = args;
	return given<FollowRequest>({ what, chain, budget, accounts, depth, until, min, minutes, policy });
}
