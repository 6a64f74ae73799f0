import { safeName } from '../file-name.ts';
import { bridgeSheets } from '../ways/bridge.ts';
import { penOf } from '../ways/pen.ts';
import { personSheets } from '../ways/person-sheets.ts';
import { timelineSheets } from '../ways/timeline.ts';
import { wordsOf } from '../words.ts';
import type { PackageFile, PackagePart } from './part.ts';

/** 图5: one admissible way to a payment of each person; 图6: money and leads by day; 图7: cash-outs. */
export const ways: PackagePart = {
	id: 'ways',
	*files(input) {
		const { findings } = input;
		const { folders } = wordsOf(findings.case.language);
		const pen = penOf(input);
		const { own } = pen;
		const sheets = (folder: string, chart: string, name: string, svgs: readonly string[]) =>
			svgs.map((svg, page): PackageFile => {
				const number = own.file(chart, page + 1, svgs.length);
				return {
					path: `${folder}/${number}_${name}.svg`,
					content: () => [svg],
				};
			});
		yield* sheets(folders.charts, '6', own.files.timeline, timelineSheets(input));
		yield* sheets(folders.charts, '7', own.files.bridge, bridgeSheets(input));
		let index = 0;
		for (const way of input.ways) {
			index += 1;
			const name = safeName(pen.people.get(way.person)?.name ?? way.person);
			yield* sheets(`${folders.charts}/${own.folder}`, `5-${index}`, name, personSheets(way, `5-${index}`, pen));
		}
	},
};
