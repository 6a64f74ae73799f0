import { z } from 'zod';
import { MEASURES, type MeasureName } from '../proceeds/yardsticks/measures.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day, such as 2023-03-01');
const yuan = z.string().regex(/^\d+(\.\d{1,2})?$/, 'yuan as text in quotes, such as "10000"');
const quoted = z.array(z.strictObject({ text: z.string().min(1), english: z.string().min(1) })).default([]);
const measure = z.enum(Object.keys(MEASURES) as [MeasureName, ...MeasureName[]]);

const need = z
	.strictObject({
		measures: z.array(measure).min(1),
		at_least: z.number().int().positive().optional(),
		at_least_yuan: yuan.optional(),
		/** Highest end of the span within which each province sets the threshold; `at_least_yuan` is the lowest. */
		up_to_yuan: yuan.optional(),
	})
	.refine(({ measures, at_least, at_least_yuan }) => {
		const money = at_least_yuan !== undefined;
		return money !== (at_least !== undefined) && measures.every((name) => (MEASURES[name] === 'fen') === money);
	}, 'at_least_yuan for measures in yuan, at_least for counts: one of the two')
	.refine((one) => one.up_to_yuan === undefined || one.at_least_yuan !== undefined, 'up_to_yuan beside at_least_yuan');

/** Fields of law, in the order of every report. No charge: a document is about one. */
export const SUBJECTS = ['fraud', 'network-use', 'aid', 'concealment', 'laundering', 'administrative'] as const;

const rule = z.strictObject({
	id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
	yardstick: z.string().min(1),
	subject: z.enum(SUBJECTS),
	article: z.string().min(1),
	text: z.string().min(1),
	english: z.string().min(1),
	/** Where these differ from those of the document. */
	from: day.optional(),
	until: day.optional(),
	verified: z.boolean().optional(),
	source: z.string().min(1).optional(),
	needs: z.array(need).min(1),
	also: quoted,
	notes: quoted,
});

/** A document of law with the thresholds that it names: a file of `datasets/law/`, or of `law/` in a case folder. */
export const lawFileSchema = z
	.strictObject({
		title: z.string().min(1),
		number: z.string().min(1),
		from: day,
		until: day.optional(),
		/** Whether somebody compared the whole record with the official text. */
		verified: z.boolean(),
		source: z.string().min(1),
		/** Up to which day the record was kept. */
		as_of: day,
		notes: quoted,
		rules: z.array(rule).min(1),
	})
	.refine(
		(file) => [file, ...file.rules].every((one) => (one.until ?? file.until ?? '9999') >= (one.from ?? file.from)),
		'no last day in force before the first one',
	);

export type LawFile = z.infer<typeof lawFileSchema>;
