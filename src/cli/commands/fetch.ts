import { chainAccess } from '../chain-access.ts';
import { defineCommand } from '../command.ts';
import { startProgress } from '../progress.ts';

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
		const fetched = await fetchCase(folder, {
			accounts: account,
			env: cli.terminal.env,
			chains: await chainAccess(cli, progress),
			onProgress: progress.onProgress,
		}).finally(progress.stop);
		const { fetchExit, printFetched } = await import('../views/fetch.ts');
		if (cli.json) cli.resultJson(fetched);
		else cli.result(printFetched(fetched, cli.words));
		return fetchExit(fetched);
	},
});
