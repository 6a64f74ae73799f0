/** XML and HTML from evidence, with a limit on how deep elements stand in one another. */
import { type Handler, Parser, type ParserOptions } from 'htmlparser2';

/** What programs write stays below fifty. */
const DEPTH_MAX = 1000;

/** Elements without end stand in one another: no program writes so. */
export class TooDeep extends Error {
	override name = 'TooDeep' as const;
}

/**
 * A parser that throws `TooDeep` where more than a thousand elements are open: for each further one the library moves the
 * list of all that are, and 200 KB of `<b>` would take it minutes.
 */
export function markupParser(handler: Partial<Handler>, options?: ParserOptions): Parser {
	let depth = 0;
	return new Parser(
		{
			...handler,
			onopentagname(name) {
				depth += 1;
				if (depth > DEPTH_MAX) throw new TooDeep(`more than ${DEPTH_MAX} elements in one another`);
				handler.onopentagname?.(name);
			},
			onclosetag(name, implied) {
				depth -= 1;
				handler.onclosetag?.(name, implied);
			},
		},
		options,
	);
}
