import { flowChart } from '../flow-chart.ts';
import { wordsOf } from '../words.ts';
import type { PackagePart } from './part.ts';

/** Every chart as SVG. */
export const charts: PackagePart = {
	id: 'charts',
	*files(input) {
		const { folders } = wordsOf(input.findings.case.language);
		yield { path: `${folders.charts}/${flowChart.file(input.findings)}`, content: () => flowChart.draw(input) };
	},
};
