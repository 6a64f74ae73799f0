import type { Area } from './assertion.ts';
import { conclusions } from './conclusions.ts';
import { custody } from './custody.ts';
import { merging } from './merging.ts';
import { nights } from './nights.ts';
import { reading } from './reading.ts';
import { reporting } from './reporting.ts';
import { safety } from './safety.ts';
import { tracing } from './tracing.ts';

/** Every area, in the order in which data walks through the program. */
export const AREAS: readonly Area[] = [reading, merging, tracing, conclusions, reporting, custody, safety, nights];
