import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { TypstSource } from '../reports/package/part.ts';

/** Where the compiler believes its files to lie. Nothing is there: all it reads is handed to it. */
const ROOT = '/document';

/**
 * The process that `setApart` starts: sets a document and sends the PDF, or the compiler's words, back. It does not end
 * by itself: its end could reach the parent before its answer. With the parent gone, nothing keeps it.
 */
process.on('message', (source: TypstSource) => {
	process.send?.(pdfOf(source));
});

function pdfOf({ main, files, fonts }: TypstSource): Uint8Array | string {
	const compiler = NodeCompiler.create({
		workspace: ROOT,
		fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }],
	});
	for (const [name, content] of files) compiler.mapShadow(`${ROOT}/${name}`, Buffer.from(content));
	const compiled = compiler.compile({ mainFileContent: main });
	const made = compiled.result;
	if (made === null) return JSON.stringify(compiled.takeError()?.shortDiagnostics);
	compiler.evictCache(0);
	return compiler.pdf(made, { creationTimestamp: 0 });
}
