import { charts } from './charts.ts';
import { exchange } from './exchange.ts';
import { page } from './page.ts';
import type { PackagePart } from './part.ts';
import { reportDocument } from './report-document.ts';
import { schedules } from './schedules.ts';
import { ways } from './ways.ts';
import { workbook } from './workbook.ts';

/** Every part of the package, in the order in which it is drawn. */
export const PARTS: readonly PackagePart[] = [reportDocument, charts, ways, schedules, workbook, page, exchange];
