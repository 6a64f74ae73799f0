import { chainAccess } from '../chain-access.ts';
import { defineCommand } from '../command.ts';
import { startProgress } from '../progress.ts';
import { whileLocked } from '../while-locked.ts';

export const fetch = defineCommand({
	usage: 'fetch [folder]',
	purpose: 'fetch.purpose',
	examples: [
		['fetch my-case', 'fetch.example'],
		['fetch my-case --account tron:T…', 'fetch.example-account'],
	],
	options: (yargs, words) =>
		yargs
			.positional('folder', { type: 'string', default: '.', describe: words.say('option.folder') })
			.option('account', { type: 'string', array: true, requiresArg: true, describe: words.say('fetch.account') }),
	async handle({ folder, account = [] }, cli) {
		const { fetchCase } = await import('../../run/chains/fetch-case.ts');
		const progress = await startProgress(cli);
		const chains = await chainAccess(cli, progress);
		const { env } = cli.terminal;
		const { onProgress } = progress;
		const fetched = await whileLocked(folder, 'fetch', cli, () =>
			fetchCase(folder, { accounts: account, env, chains, onProgress }),
		).finally(progress.stop);
		const { fetchExit, printFetched } = await import('../views/fetch.ts');
		if (cli.json) cli.resultJson(fetched);
		else cli.result(printFetched(fetched, cli.words));
		return fetchExit(fetched);
	},
});
