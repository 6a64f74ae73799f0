import { type Chart, chartWordsOf } from '../chart/chart.ts';
import { drawChart } from '../chart/draw-chart.ts';
import { chartsOf } from '../chart/list.ts';
import { caseFileName, safeName } from '../file-name.ts';
import { wordsOf } from '../words.ts';
import type { PackageInput, PackagePart } from './part.ts';
import { purposesOf } from './purposes.ts';

/** Every chart of the flow as SVG: 图1 the case, 图2-n core members, 图3-n groups, 图4 running costs. */
export const charts: PackagePart = {
	id: 'charts',
	*files(input) {
		const { folders } = wordsOf(input.findings.case.language);
		for (const chart of chartsOf(input.findings, purposesOf(input))) {
			yield {
				path: `${folders.charts}/${chartFile(input, chart)}`,
				content: () => drawn(input, chart),
			};
		}
	},
};

/** Name of a chart's file within the folder of charts. */
function chartFile({ findings }: PackageInput, { number, name }: Chart): string {
	return caseFileName(findings, `${chartWordsOf(findings.case.language).number(number)}_${safeName(name)}`, 'svg');
}

async function* drawn({ findings, cover }: PackageInput, chart: Chart): AsyncGenerator<string> {
	const { packageLevels, withRole } = wordsOf(findings.case.language);
	const level = packageLevels[cover.level];
	yield await drawChart(findings, chart, cover.part === undefined ? level : withRole(level, cover.part.title));
}
