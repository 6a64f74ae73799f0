import { cashOuts } from './cash-outs/section.ts';
import { demo, demoLarge, demoLost } from './demo/section.ts';
import { laundernet } from './laundernet/section.ts';
import { laundernetDecoys } from './laundernet-decoys/section.ts';
import { micro } from './micro/section.ts';
import type { Section } from './section.ts';

/** In the order in which they are printed. A new one is one folder and one line here. */
export const SECTIONS: readonly Section[] = [laundernet, laundernetDecoys, cashOuts, demo, demoLost, demoLarge, micro];
