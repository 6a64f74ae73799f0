import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';

/** Reads the tables of a run's report folder, a JSON object a line, from the beginning at each call. */
export function tableReader(folder: string): <Row>(table: string) => Iterable<Row> {
	return <Row>(table: string) => ({
		*[Symbol.iterator]() {
			for (const line of linesOf(join(folder, table))) yield JSON.parse(line) as Row;
		},
	});
}

const CHUNK = 1 << 20;

/** At once and not as a stream: reports read tables in the middle of drawing. */
function* linesOf(path: string): Generator<string> {
	const file = openSync(path, 'r');
	try {
		const bytes = Buffer.allocUnsafe(CHUNK);
		const decoder = new StringDecoder('utf8');
		let rest = '';
		for (;;) {
			const length = readSync(file, bytes, 0, CHUNK, null);
			if (length === 0) break;
			const lines = (rest + decoder.write(bytes.subarray(0, length))).split('\n');
			rest = lines.pop() as string;
			yield* lines;
		}
		if (rest !== '') yield rest;
	} finally {
		closeSync(file);
	}
}
