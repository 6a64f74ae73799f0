import { safeName } from '../file-name.ts';
import { penOf } from '../ways/pen.ts';
import { personSheets } from '../ways/person-sheets.ts';
import { wordsOf } from '../words.ts';
import type { PackageFile, PackagePart } from './part.ts';

/** 图5: one admissible way to a payment of each person. */
export const ways: PackagePart = {
	id: 'ways',
	*files(input) {
		const { findings } = input;
		const { folders } = wordsOf(findings.case.language);
		const pen = penOf(input);
		const { own } = pen;
		let index = 0;
		for (const way of input.ways) {
			index += 1;
			const name = safeName(pen.people.get(way.person)?.name ?? way.person);
			const sheets = personSheets(way, `5-${index}`, pen);
			yield* sheets.map((svg, page): PackageFile => {
				const number = own.file(`5-${index}`, page + 1, sheets.length);
				return { path: `${folders.charts}/${own.folder}/${number}_${name}.svg`, content: () => [svg] };
			});
		}
	},
};
