import type { ArgumentsCamelCase, Argv } from 'yargs';
import type { Cli } from './cli.ts';
import type { Code, Words } from './messages/words.ts';

/** One command of the command line. A file in `commands/` makes one and `commands/list.ts` names it. */
export interface Command<Options> {
	/** As yargs reads it: `run [folder]`. */
	readonly usage: string;
	/** Sentence of the catalogue that tells what it does. */
	readonly purpose: Code;
	/** What to type, and the sentence that tells what it gives. At least one. */
	readonly examples: readonly (readonly [string, Code])[];
	/** Declares positionals and options. Loads nothing: it also runs for `--help` and completion. */
	options(yargs: Argv, words: Words): Argv<Options>;
	/** Does the work and gives the exit code. Heavy modules are imported inside. */
	handle(args: ArgumentsCamelCase<Options>, cli: Cli): Promise<number>;
}

/** A command whose options' types no longer matter: what a list holds. */
export type AnyCommand = Command<never>;

/** Keeps the options' types between `options` and `handle`, and gives what a list can hold. */
export function defineCommand<Options>(command: Command<Options>): AnyCommand {
	return command as unknown as AnyCommand;
}
