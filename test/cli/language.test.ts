import test from 'ava';
import { languageOf } from '../../src/cli/language.ts';

const choices: readonly (readonly [string, readonly string[], Record<string, string>, 'zh' | 'en'])[] = [
	['no locale', [], {}, 'en'],
	['a Chinese locale', [], { LANG: 'zh_CN.UTF-8' }, 'zh'],
	['a Taiwanese locale', [], { LANG: 'zh_TW' }, 'zh'],
	['another locale', [], { LANG: 'de_DE.UTF-8' }, 'en'],
	['the POSIX locale', [], { LANG: 'C.UTF-8' }, 'en'],
	['LC_ALL before LANG', [], { LC_ALL: 'en_GB.UTF-8', LANG: 'zh_CN.UTF-8' }, 'en'],
	['an empty LC_ALL', [], { LC_ALL: '', LANG: 'zh_CN.UTF-8' }, 'zh'],
	['a language that only begins with zh', [], { LANG: 'zha_CN' }, 'en'],
	['--lang over the locale', ['run', '--lang', 'en'], { LANG: 'zh_CN.UTF-8' }, 'en'],
	['--lang=zh', ['run', '--lang=zh'], {}, 'zh'],
	['a --lang that is none', ['run', '--lang', 'fr'], { LANG: 'zh_CN.UTF-8' }, 'zh'],
];

for (const [title, args, env, expected] of choices) {
	test(`${title} gives ${expected}`, (t) => {
		t.is(languageOf(args, env), expected);
	});
}
