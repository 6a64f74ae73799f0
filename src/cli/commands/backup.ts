import { defineCommand } from '../command.ts';
import { programVersion } from '../package-root.ts';
import { startProgress } from '../progress.ts';
import { whileLocked } from '../while-locked.ts';

export const backup = defineCommand({
	usage: 'backup [folder]',
	purpose: 'backup.purpose',
	examples: [
		['backup my-case --to /backup/my-case-2024-05-01.zip', 'backup.example'],
		['backup my-case --to /backup/my-case.zip --json --quiet', 'backup.example-json'],
	],
	options: (yargs, words) =>
		yargs
			.positional('folder', { type: 'string', default: '.', describe: words.say('option.folder') })
			.option('to', { type: 'string', demandOption: true, requiresArg: true, describe: words.say('backup.to') }),
	async handle({ folder, to }, cli) {
		const { backupCase } = await import('../../run/backup/backup-case.ts');
		const progress = await startProgress(cli);
		const request = {
			to,
			program: `liuxiang ${programVersion()}`,
			now: Date.now(),
			env: cli.terminal.env,
			onProgress: progress.onProgress,
		};
		const made = await whileLocked(folder, 'backup', cli, () => backupCase(folder, request)).finally(progress.stop);
		const { printBackup } = await import('../views/backup.ts');
		if (cli.json) cli.resultJson(made);
		else cli.result(printBackup(made, cli.words));
		return 0;
	},
});
