import { defineCommand } from '../command.ts';

export const schema = defineCommand({
	usage: 'schema [which]',
	purpose: 'schema.purpose',
	examples: [
		['schema', 'schema.example'],
		['schema case > case.schema.json', 'schema.example-case'],
	],
	options: (yargs, words) =>
		yargs.positional('which', {
			choices: ['findings', 'case', 'changes', 'notice'] as const,
			default: 'findings' as const,
			describe: words.say('schema.which'),
		}),
	async handle({ which }, cli) {
		if (which === 'case') {
			const { caseFileJsonSchema } = await import('../../run/case-file.ts');
			cli.resultJson(caseFileJsonSchema());
		} else if (which === 'changes') {
			const { changesJsonSchema } = await import('../../findings/changes/schema.ts');
			cli.resultJson(changesJsonSchema());
		} else if (which === 'notice') {
			const { noticeJsonSchema } = await import('../../reports/notices/notice.ts');
			cli.resultJson(noticeJsonSchema());
		} else {
			const { findingsJsonSchema } = await import('../../findings/schema.ts');
			cli.resultJson(findingsJsonSchema());
		}
		return 0;
	},
});
