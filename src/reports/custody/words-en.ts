import type { GuideWords } from './words-zh.ts';

export const en: GuideWords = {
	file: 'README.txt',
	title: (name) => `${name}, financial analysis: what the files are and how to check them`,
	about: (run, program) => [
		`Computed by ${program} from the evidence of the case, run ${run}.`,
		'It states facts and figures of a financial analysis; it draws no legal conclusion and names nobody guilty.',
	],
	contents: 'Files',
	checking: 'How to check that no file was changed',
	limits: 'What a check shows, and what it does not',
	groups: {
		findings: 'all results (JSON), from which every other file is drawn',
		tables: 'tables (one JSON object a line): from figures to transfers to files and rows of the evidence',
		charts: 'charts of the flow of money (SVG, open in a browser)',
		ways: 'how money came to each person, timeline, cash-outs (SVG, open in a browser)',
		report: 'the report (PDF)',
		workbook: 'the workbook (XLSX)',
		page: 'the page to search in (HTML, open in a browser, needs no network)',
		schedules: 'schedules (CSV, open in a spreadsheet)',
		exchange: 'data for other programs (FollowTheMoney, i2, GraphML)',
		reconciliation: 'the parts held against the whole case (CSV)',
		inputs: 'SHA-256 of the evidence and settings; sha256sum -c checks them in the case folder',
		other: 'others',
	},
	provenance:
		'where all comes from (CASE/UCO, JSON-LD): which files went in, by which program, which came out, with hashes',
	manifest:
		'the manifest: size, SHA-256 and SM3 of every file, hashes of evidence and settings, parameters, program version, fingerprint of the store',
	sums: 'SHA-256 of every file, for common tools',
	steps: [
		'1. Without this program. Linux: sha256sum -c SHA256SUMS in this folder; macOS: shasum -a 256 -c SHA256SUMS;',
		'   Windows: certutil -hashfile FILE SHA256, and compare with its line in SHA256SUMS. SM3 stands in manifest.json.',
		'2. With this program: liuxiang verify --package THIS-FOLDER. It says of every file whether it is equal, changed, missing or added.',
		'3. With the evidence: liuxiang verify CASE-FOLDER. It hashes evidence and settings again, computes all results again from them, compares byte for byte, and says what differs.',
	],
	says: [
		'Files that agree with SHA256SUMS were not changed since the list was made.',
		'List and files can be replaced together. So take the SHA-256 of SHA256SUMS itself (the "seal") and compare it with the one in the record of the handing over; where none was recorded, a check cannot show this.',
		'A check does not show that the evidence itself is genuine or complete, nor that the method is right. From which rows a figure comes stands in workbook and tables; whether it comes out again of the evidence is what the third way answers.',
	],
	number: (index) => `${index}. `,
};
