/** How printing shows what must not be shown, whoever prints it: a log, a JSON text, a test's report. */
const REDACTED = '<redacted>';

interface Line {
	/** Name of the archive it belongs to; undefined: any. */
	readonly file?: string;
	readonly password: string;
}

/** The passwords of a case's archives. Nothing that prints the object shows one. */
export class Passwords {
	readonly #lines: readonly Line[];

	/**
	 * @param text one password a line, or `name of the archive<TAB>password`. Space around a password is dropped, blank
	 * lines count for nothing
	 */
	constructor(text = '') {
		this.#lines = text
			.replace(/^\ufeff/, '')
			.split(/\r?\n/)
			.map(lineOf)
			.filter(({ password }) => password !== '');
	}

	/**
	 * What to try on an archive, best first: what was given for it by name, then what was given for any.
	 *
	 * @param path as evidence paths are written; a line names the archive by the whole of it or by its last part
	 */
	for(path: string): readonly string[] {
		const named = this.#lines.filter(({ file }) => file !== undefined && (path === file || path.endsWith(`/${file}`)));
		const any = this.#lines.filter(({ file }) => file === undefined);
		return [...new Set([...named, ...any].map(({ password }) => password))];
	}

	toString(): string {
		return REDACTED;
	}

	toJSON(): string {
		return REDACTED;
	}

	[Symbol.for('nodejs.util.inspect.custom')](): string {
		return REDACTED;
	}
}

function lineOf(line: string): Line {
	const tab = line.indexOf('\t');
	if (tab < 0) return { password: line.trim() };
	const file = line.slice(0, tab).trim();
	const password = line.slice(tab + 1).trim();
	return file === '' ? { password } : { file, password };
}
