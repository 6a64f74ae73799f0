import { REPORTS } from '../list.ts';
import { wordsOf } from '../words.ts';
import type { PackagePart } from './part.ts';

/** Every schedule (附表) as CSV. */
export const schedules: PackagePart = {
	id: 'schedules',
	*files(input) {
		const { folders } = wordsOf(input.findings.case.language);
		for (const report of REPORTS) {
			if (report.id === 'flow-chart') continue;
			yield { path: `${folders.schedules}/${report.file(input.findings)}`, content: () => report.draw(input) };
		}
	},
};
