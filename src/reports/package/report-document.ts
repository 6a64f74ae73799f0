import { documentOf } from '../document/document.ts';
import { fileName } from '../file-name.ts';
import type { PackagePart } from './part.ts';

/** 资金分析报告 as PDF. */
export const reportDocument: PackagePart = {
	id: 'report',
	*files(input) {
		yield {
			path: fileName(input.findings, 'report', 'pdf'),
			async *content() {
				// The compiler is a native part of 60 MB: loaded where a document is made, and nowhere else.
				const { typeset } = await import('../document/typeset.ts');
				yield await typeset(await documentOf(input), input.assets);
			},
		};
	},
};
