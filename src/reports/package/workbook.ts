import { fileName } from '../file-name.ts';
import { bookEntries } from '../workbook/book.ts';
import { zipped } from '../workbook/zip.ts';
import type { PackagePart } from './part.ts';
import { PACKAGE_SCHEDULES } from './schedules.ts';

/** Every schedule in one workbook. */
export const workbook: PackagePart = {
	id: 'workbook',
	*files(input) {
		yield {
			path: fileName(input.findings, 'workbook', 'xlsx'),
			content: () => zipped(bookEntries(input, PACKAGE_SCHEDULES)),
		};
	},
};
