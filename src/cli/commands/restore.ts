import { defineCommand } from '../command.ts';
import { startProgress } from '../progress.ts';

export const restore = defineCommand({
	usage: 'restore <file> <folder>',
	purpose: 'restore.purpose',
	examples: [['restore /backup/my-case-2024-05-01.zip restored-case', 'restore.example']],
	options: (yargs, words) =>
		yargs
			.positional('file', { type: 'string', demandOption: true, describe: words.say('restore.file') })
			.positional('folder', { type: 'string', demandOption: true, describe: words.say('restore.folder') }),
	async handle({ file, folder }, cli) {
		const { restoreCase } = await import('../../run/backup/restore-case.ts');
		const progress = await startProgress(cli);
		const { onProgress } = progress;
		const restored = await restoreCase(file, { folder, onProgress }).finally(progress.stop);
		const { printRestored } = await import('../views/backup.ts');
		if (cli.json) cli.resultJson(restored);
		else cli.result(printRestored(restored, cli.words));
		return 0;
	},
});
