import yargs, { type Argv } from 'yargs';
import { Problem } from '../ledger/problem.ts';
import { makeCli } from './cli.ts';
import type { AnyCommand } from './command.ts';
import { COMMANDS } from './commands/list.ts';
import { languageOf } from './language.ts';
import { type Words, wordsOf } from './messages/words.ts';
import { programVersion } from './package-root.ts';
import type { Terminal } from './terminal.ts';
import { tellTrouble } from './trouble.ts';
import { yargsTexts } from './yargs-texts.ts';

/**
 * Runs one call of `liuxiang`.
 *
 * @param args what was typed after the program's name
 * @returns exit code: 0 done, 1 done with gaps, 2 usage or configuration, 3 evidence, 4 network, 5 store, 70 a bug
 */
export async function runProgram(args: readonly string[], terminal: Terminal): Promise<number> {
	const words = wordsOf(languageOf(args, terminal.env));
	let code = 0;
	const parser = build(args, terminal, words, (exitCode) => {
		code = exitCode;
	});
	try {
		// With a callback yargs hands over what it would print (help, version, completion) instead of printing it.
		await parser.parseAsync([...args], {}, (_error, _argv, output) => {
			if (output !== '') terminal.out(`${output}\n`);
		});
		return code;
	} catch (error) {
		return tellTrouble(error, terminal, words, { json: args.includes('--json'), debug: args.includes('--debug') });
	}
}

function build(args: readonly string[], terminal: Terminal, words: Words, done: (code: number) => void): Argv {
	const parser = yargs([...args])
		.scriptName('liuxiang')
		.usage(`$0 <command>\n\n${words.say('program.purpose')}`)
		.locale('en')
		.updateStrings(yargsTexts(words))
		.exitProcess(false)
		.option('lang', { choices: ['zh', 'en'] as const, describe: words.say('option.lang') })
		.option('json', { type: 'boolean', default: false, describe: words.say('option.json') })
		.option('quiet', { type: 'boolean', default: false, describe: words.say('option.quiet') })
		.option('debug', { type: 'boolean', default: false, describe: words.say('option.debug') })
		.strict()
		.group(['lang', 'json', 'quiet', 'debug', 'help', 'version'], words.say('program.common'))
		.demandCommand(1, 1, words.say('usage.no-command'), words.say('usage.one-command'))
		.recommendCommands()
		.help()
		.version(programVersion())
		.wrap(Math.min(110, terminal.columns))
		.epilogue(words.say('program.epilogue'))
		.fail((message, error) => {
			// Texts of a wrong call come as a message alone; what a handler threw comes as the error.
			throw isThrown(error)
				? error
				: new Problem('usage', 'usage.arguments', { message: message.replace(/\s+/g, ' ') });
		});
	for (const command of COMMANDS) add(parser, command, terminal, words, done);
	return parser.completion('completion', words.say('completion.purpose'));
}

function add(parser: Argv, command: AnyCommand, terminal: Terminal, words: Words, done: (code: number) => void): void {
	parser.command(
		command.usage,
		words.say(command.purpose),
		(own) => {
			for (const [text, code] of command.examples) own.example(`$0 ${text}`, words.say(code));
			return command.options(own, words) as Argv;
		},
		async (argv) => {
			const cli = makeCli(terminal, words, { json: argv.json === true, quiet: argv.quiet === true });
			done(await command.handle(argv as never, cli));
		},
	);
}

/** yargs' own errors (YError) are about the call; everything else was thrown by a handler. */
function isThrown(error: unknown): error is Error {
	return error instanceof Error && error.name !== 'YError';
}
