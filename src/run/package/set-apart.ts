import { fork } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TypstSource } from '../../reports/package/part.ts';

/** A process has its beginning in src/cli. Compiled or not, it has the ending that this module has. */
const SCRIPT = fileURLToPath(new URL(`../../cli/typst-main${extname(import.meta.url)}`, import.meta.url));

/**
 * Sets a document as PDF in a process of its own: the compiler takes a gigabyte for five hundred people, and a process
 * that goes on would keep it.
 *
 * @throws Error with the compiler's words, or with how the process ended
 */
export async function setApart(source: TypstSource): Promise<Uint8Array> {
	const child = fork(SCRIPT, { serialization: 'advanced' });
	try {
		const answer = await new Promise<unknown>((resolve, reject) => {
			child.once('message', resolve);
			child.once('error', reject);
			child.once('exit', (code, signal) => reject(new Error(`the typesetter ended with ${signal ?? code}`)));
			child.send(source);
		});
		if (answer instanceof Uint8Array) return answer;
		throw new Error(`document: ${answer}`);
	} finally {
		child.kill();
	}
}
