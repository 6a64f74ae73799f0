/** Languages of the command line. Reports have their own, set in `case.yaml`. */
export type Language = 'zh' | 'en';

/**
 * The language of a call: `--lang`, else the locale (LC_ALL, LC_MESSAGES, LANG, the first that is set). Chinese only
 * where the locale says zh: everybody can switch, few can read a language they did not ask for.
 *
 * Read before the arguments are parsed, because help and usage errors need it too.
 */
export function languageOf(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Language {
	const asked = askedLanguage(args);
	if (asked === 'zh' || asked === 'en') return asked;
	const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== '') ?? '';
	return /^zh(?:[_.@-]|$)/i.test(locale) ? 'zh' : 'en';
}

function askedLanguage(args: readonly string[]): string | undefined {
	const index = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
	const arg = args[index];
	if (arg === undefined) return undefined;
	return arg === '--lang' ? args[index + 1] : arg.slice('--lang='.length);
}
