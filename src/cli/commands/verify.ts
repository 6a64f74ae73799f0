import { Problem } from '../../ledger/problem.ts';
import { defineCommand } from '../command.ts';
import { programVersion } from '../package-root.ts';
import { startProgress } from '../progress.ts';

/** As for evidence that cannot be used: something is not what it is said to be. */
const DIFFERS = 3;

export const verify = defineCommand({
	usage: 'verify [folder]',
	purpose: 'verify.purpose',
	examples: [
		['verify my-case', 'verify.example'],
		['verify --package handed-over', 'verify.example-package'],
	],
	options: (yargs, words) =>
		yargs
			.positional('folder', { type: 'string', describe: words.say('option.folder') })
			.option('package', { type: 'string', requiresArg: true, describe: words.say('verify.package') }),
	async handle({ folder, package: handed }, cli) {
		if (handed !== undefined && folder !== undefined) throw new Problem('usage', 'verify.both');
		const progress = await startProgress(cli);
		const verified = await (async () => {
			if (handed !== undefined) {
				const { verifyPackage } = await import('../../run/custody/verify-package.ts');
				return await verifyPackage(handed);
			}
			const { verifyCase } = await import('../../run/custody/verify-case.ts');
			const { env } = cli.terminal;
			const { onProgress } = progress;
			return await verifyCase(folder ?? '.', { program: `liuxiang ${programVersion()}`, env, onProgress });
		})().finally(progress.stop);
		const { printVerification, verificationOf } = await import('../views/verify.ts');
		if (cli.json) cli.resultJson(verificationOf(verified, cli.words));
		else cli.result(printVerification(verified, cli.words, cli.terminal.colour));
		const { isEqual } = await import('../../run/custody/verification.ts');
		return isEqual(verified) ? 0 : DIFFERS;
	},
});
