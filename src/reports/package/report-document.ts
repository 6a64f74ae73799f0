import { documentOf } from '../document/document.ts';
import { typeset } from '../document/typeset.ts';
import { fileName } from '../file-name.ts';
import type { PackagePart } from './part.ts';

/** 资金分析报告 as PDF. */
export const reportDocument: PackagePart = {
	id: 'report',
	apart: true,
	*files(input) {
		yield {
			path: fileName(input.findings, 'report', 'pdf'),
			async *content() {
				yield await typeset(await documentOf(input), input.assets);
			},
		};
	},
};
