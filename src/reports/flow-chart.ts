import type { Findings } from '../findings/schema.ts';
import { drawChart } from './chart/draw-chart.ts';
import { chartsOf } from './chart/list.ts';
import { fileName } from './file-name.ts';
import type { Report } from './report.ts';

/** 资金流向图: the layered flow chart of the case, one A3 sheet. */
export const flowChart: Report = {
	id: 'flow-chart',
	file: (findings) => fileName(findings, 'chart', 'svg'),
	async *draw({ findings }) {
		yield await drawFlowChart(findings);
	},
};

/** The overview of the case (图1) as one SVG document. */
export async function drawFlowChart(findings: Findings): Promise<string> {
	const [overview] = chartsOf(findings);
	return await drawChart(findings, overview);
}
