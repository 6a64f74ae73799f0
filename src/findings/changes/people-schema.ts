import { z } from 'zod';

const number = z.string().regex(/^-?\d+$/);

const figureChangeSchema = z.object({
	name: z.string().describe('as in findings, or received-least, passed-on-most …, coins, leads-paid …'),
	id: z.string().optional().describe('what `liuxiang why` takes; absent where it takes nothing'),
	unit: z.string().describe('CNY: fen; an asset: its smallest units; leads'),
	was: number.optional().describe('absent: there was none, or nothing bounded it'),
	is: number.optional(),
});

/** A person whose figures, or what is known of them, moved. */
export const personChangeSchema = z.object({
	id: z.string(),
	name: z.string(),
	figures: z.array(figureChangeSchema),
	parts: z.array(z.string()).describe('other parts of the person in the findings that differ: accounts, role, …'),
});

export type PersonChange = z.infer<typeof personChangeSchema>;
export type FigureChange = z.infer<typeof figureChangeSchema>;
