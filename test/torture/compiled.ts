import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** The program as it was built: it starts in a fraction of the time, as it does where it is used. */
export function compiledProgram(): readonly string[] {
	const main = resolve('dist/src/cli/main.js');
	if (!existsSync(main)) throw new Error(`${main} is missing: npm run build`);
	return [main];
}
