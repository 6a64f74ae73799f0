import type { Check } from './check.ts';

/** Whether Chinese can be printed: a terminal in an older encoding shows it as question marks. */
export const checkLocale: Check = async ({ env, language }) => {
	const locale = [env.LC_ALL, env.LC_CTYPE, env.LANG].find((value) => value !== undefined && value !== '') ?? '';
	// Without a locale (Windows, a schedule) nothing says that it is not UTF-8.
	const ok = locale === '' || /utf-?8/i.test(locale);
	return [{ ok, code: ok ? 'doctor.locale' : 'doctor.locale-not-utf8', facts: { locale, language } }];
};
