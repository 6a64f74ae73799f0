import { charts } from './charts.ts';
import { page } from './page.ts';
import type { PackagePart } from './part.ts';
import { schedules } from './schedules.ts';
import { ways } from './ways.ts';

/** Every part of the package, in the order in which it is drawn. */
export const PARTS: readonly PackagePart[] = [charts, ways, schedules, page];
