/** PDF documents as texts and where they stand on the page. What is drawn as a picture says nothing here. */
import { Problem } from '../ledger/problem.ts';
import type { EvidenceFile } from './contract.ts';
import { wholeOf } from './evidence-file.ts';
import { CharacterTables } from './pdf-cmaps.ts';
import { checkPdf, PDF_BYTES_MAX } from './pdf-guard.ts';

/** A piece of text as the document shows it at one go: a cell's line, part of it, or lines of two cells side by side. */
export interface Fragment {
	readonly text: string;
	/** Left end, from the left of the page. */
	readonly x: number;
	/** Right end; too far right where the document does not say how wide its letters are. */
	readonly right: number;
	/** Baseline, from the top of the page. */
	readonly y: number;
	/** Height of the letters. */
	readonly size: number;
}

export interface PdfPage {
	/** From 1. */
	readonly number: number;
	/** From the top down, then from left to right. */
	readonly fragments: readonly Fragment[];
}

const PAGES_MAX = 5000;
const FRAGMENTS_OF_PAGE_MAX = 20_000;

/**
 * The pages of a document, one by one. Turned texts (watermarks, stamps) are left out.
 *
 * @param most pages to read at most
 * @throws Problem `evidence.too-large`, `evidence.pdf-too-large`, `evidence.pdf-damaged`, `evidence.pdf-password`
 */
export async function* pdfPages(file: EvidenceFile, most = PAGES_MAX): AsyncIterable<PdfPage> {
	if (file.size > PDF_BYTES_MAX) {
		throw new Problem('evidence', 'evidence.too-large', { file: file.path, bytes: file.size, max: PDF_BYTES_MAX });
	}
	const bytes = await wholeOf(file.bytes());
	checkPdf(file.path, bytes);
	const document = await opened(file, bytes);
	try {
		if (document.numPages > PAGES_MAX) throw tooLarge(file);
		for (let number = 1; number <= Math.min(document.numPages, most); number++) {
			const fragments = await damageNamed(file, () => fragmentsOf(file, document, number));
			yield { number, fragments };
		}
	} finally {
		await document.destroy();
	}
}

type Document = Awaited<ReturnType<typeof import('unpdf').getDocumentProxy>>;

async function opened(file: EvidenceFile, bytes: Buffer): Promise<Document> {
	const { getDocumentProxy } = await import('unpdf');
	// A copy: the library keeps what it is given.
	const options = {
		CMapReaderFactory: CharacterTables,
		stopAtErrors: true,
		useSystemFonts: false,
		disableFontFace: true,
		verbosity: 0,
	};
	return damageNamed(file, () => getDocumentProxy(Uint8Array.from(bytes), options));
}

async function fragmentsOf(file: EvidenceFile, document: Document, number: number): Promise<Fragment[]> {
	const page = await document.getPage(number);
	const { transform } = page.getViewport({ scale: 1 });
	const fragments: Fragment[] = [];
	const reader = page.streamTextContent().getReader();
	for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
		for (const item of chunk.value.items as readonly PdfItem[]) {
			const fragment = fragmentOf(item, transform);
			if (fragment) fragments.push(fragment);
		}
		if (fragments.length > FRAGMENTS_OF_PAGE_MAX) {
			await reader.cancel();
			throw tooLarge(file);
		}
	}
	page.cleanup();
	return fragments.sort((a, b) => a.y - b.y || a.x - b.x);
}

/** A text of the library, or a mark in the content, which has none. */
interface PdfItem {
	readonly str?: string;
	readonly width?: number;
	readonly transform?: readonly number[];
}

function fragmentOf({ str, width = 0, transform }: PdfItem, view: readonly number[]): Fragment | undefined {
	if (str === undefined || str.trim() === '' || !transform) return undefined;
	const [a, b, c, d, e, f] = product(view, transform);
	const size = Math.hypot(c, d);
	// Beside the letters' own height, a text that slopes by less than one in a hundred is level.
	if (!Number.isFinite(size) || size === 0 || a <= 0 || Math.abs(b) > a / 100) return undefined;
	return { text: str, x: e, right: e + width, y: f, size };
}

/** One transformation after another, as the six numbers of PDF. */
function product(view: readonly number[], own: readonly number[]): [number, number, number, number, number, number] {
	const at = (matrix: readonly number[], i: number) => matrix[i] ?? 0;
	const mix = (i: number, x: number, y: number) => at(view, i) * x + at(view, i + 2) * y;
	const [a, b, c, d, e, f] = [0, 1, 2, 3, 4, 5].map((i) => at(own, i)) as [
		number,
		number,
		number,
		number,
		number,
		number,
	];
	return [
		mix(0, a, b),
		mix(1, a, b),
		mix(0, c, d),
		mix(1, c, d),
		mix(0, e, f) + at(view, 4),
		mix(1, e, f) + at(view, 5),
	];
}

/** The library's errors as problems: it has no bug that a good document of this kind brings out, and bad ones bring out any. */
async function damageNamed<T>(file: EvidenceFile, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (cause) {
		if (cause instanceof Problem) throw cause;
		const locked = cause instanceof Error && cause.name === 'PasswordException';
		throw new Problem('evidence', `evidence.pdf-${locked ? 'password' : 'damaged'}`, { file: file.path }, cause);
	}
}

function tooLarge(file: EvidenceFile): Problem {
	return new Problem('evidence', 'evidence.pdf-too-large', { file: file.path });
}
