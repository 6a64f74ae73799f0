import type { Code, Words } from './messages/words.ts';

/** yargs' own texts, by the names it knows them under. Its own Chinese is half English. */
const TEXTS: Readonly<Record<string, Code>> = {
	'Commands:': 'yargs.commands',
	'Options:': 'yargs.options',
	'Examples:': 'yargs.examples',
	'Positionals:': 'yargs.positionals',
	boolean: 'yargs.boolean',
	string: 'yargs.string',
	number: 'yargs.number',
	array: 'yargs.array',
	required: 'yargs.required',
	'default:': 'yargs.default',
	'choices:': 'yargs.choices',
	command: 'yargs.command',
	'Show help': 'yargs.help',
	'Show version number': 'yargs.version',
	'Invalid values:': 'yargs.invalid',
	'Argument: %s, Given: %s, Choices: %s': 'yargs.choice',
	'Not enough arguments following: %s': 'yargs.no-value-after',
	'Did you mean %s?': 'yargs.did-you-mean',
};

/** Texts that yargs asks for by number: it wants both forms. */
const COUNTED: Readonly<Record<string, Code>> = {
	'Not enough non-option arguments: got %s, need at least %s': 'yargs.not-enough',
	'Too many non-option arguments: got %s, maximum of %s': 'yargs.too-many',
	'Missing argument value: %s': 'yargs.missing-value',
	'Missing required argument: %s': 'yargs.missing-option',
	'Unknown argument: %s': 'yargs.unknown-option',
	'Unknown command: %s': 'yargs.unknown-command',
};

/** The catalogue's words for what yargs prints itself. */
export function yargsTexts({ say }: Words): Record<string, string> {
	const texts = Object.entries(TEXTS).map(([text, code]) => [text, say(code)]);
	const counted = Object.entries(COUNTED).map(([text, code]) => [text, { one: say(code), other: say(code) }]);
	// The declared type knows plain texts only; y18n takes both forms where it counts.
	return Object.fromEntries([...texts, ...counted]) as Record<string, string>;
}
