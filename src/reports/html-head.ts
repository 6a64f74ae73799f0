import { hash } from 'node:crypto';

export interface HtmlHead {
	readonly language: 'zh' | 'en';
	/** As markup: escaped. */
	readonly title: string;
	readonly style: string;
	/** The one script that may run; none where it is left out. */
	readonly script?: string;
}

/**
 * How every page that we write begins, up to its body. Its policy lets the style and the script that are written in it apply, by
 * their hashes, and nothing be loaded or sent.
 */
export function* htmlHead({ language, title, style, script }: HtmlHead): Generator<string> {
	const allowed = (text: string) => `'sha256-${hash('sha256', text, 'base64')}'`;
	const policy = [
		"default-src 'none'",
		...(script === undefined ? [] : [`script-src ${allowed(script)}`]),
		`style-src ${allowed(style)}`,
		"base-uri 'none'",
		"form-action 'none'",
	].join('; ');
	yield '<!doctype html>\n';
	yield `<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">\n<head>\n<meta charset="utf-8">\n`;
	yield `<meta http-equiv="Content-Security-Policy" content="${policy}">\n`;
	yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n';
	yield '<meta name="referrer" content="no-referrer">\n';
	yield `<title>${title}</title>\n<style>${style}</style>\n</head>\n`;
}
