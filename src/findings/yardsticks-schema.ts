import { z } from 'zod';
import { MEASURES } from '../proceeds/yardsticks/measures.ts';
import { IN_FORCE, REACHED } from '../proceeds/yardsticks/types.ts';
import { amount, reason } from './values-schema.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const measure = z.enum(Object.keys(MEASURES) as [keyof typeof MEASURES, ...(keyof typeof MEASURES)[]]);
const value = amount.describe('fen or a count, by the unit of the measure');

const quoted = z.array(z.object({ text: z.string(), english: z.string() }));

const ruleSchema = z.object({
	id: z.string(),
	yardstick: z.string().describe('versions of one threshold in several documents share it'),
	subject: z.string().describe('field of law that the document is about; no charge'),
	title: z.string(),
	number: z.string().describe('文号'),
	article: z.string(),
	text: z.string(),
	english: z.string(),
	source: z.string().describe('where the text was seen'),
	verified: z.boolean().describe('whether somebody compared it with the official text'),
	from: day.describe('first day in force'),
	until: day.optional().describe('last day in force'),
	band: z
		.enum(['lowest', 'highest'])
		.optional()
		.describe('each province sets the threshold within a span: its lowest and highest end are a rule each'),
	conditions: z.array(z.object({ measures: z.array(measure), least: value })).describe('all must be reached'),
	also: quoted.describe('what the rule asks for besides, which no figure shows'),
	notes: quoted.describe('what is not sure of the record itself'),
});

const measuredSchema = z.object({
	name: measure,
	documented: value.optional().describe('on documented rows; absent: the case lacks the input'),
	inferred: value.optional().describe('with inferred or disputed rows besides'),
	most: value.optional().describe('at most; absent: nothing bounds it'),
	policies: z.record(z.string(), value).optional().describe('by each policy, a rule of presumption (推定规则)'),
	missing: z.array(reason).describe('rows that are not certain, inputs that the case lacks'),
});

const answerSchema = z.object({
	rule: z.string(),
	measure,
	inForce: z
		.enum(IN_FORCE)
		.describe(
			'at the acts, at the judgment, both, or between the two; undated: the acts have no days, or no first or last one on the side of the rule',
		),
	reached: z
		.enum(REACHED)
		.describe(
			'documented; inferred: only with inferred or disputed rows; at-most: only by the upper bound; open: not by rows, nothing bounds it; no; unknown: the case lacks the input',
		),
	policies: z.array(z.string()).optional().describe('under which the value reaches it, where it depends on one'),
});

/** Thresholds of law against what is known of each person. Chooses no charge, and says nothing of guilt. */
export const yardsticksSchema = z.object({
	judgmentDay: day.optional().describe('absent: the rules without a last day'),
	asOf: day.describe('up to which day the records of law were kept'),
	units: z.record(z.string(), z.enum(['fen', 'count'])).describe('of every measure'),
	rules: z.array(ruleSchema).describe('those that any person is read against'),
	lacks: z
		.array(measure)
		.describe(
			'the case has no input for these, of anybody: every rule that needs one is unknown, and no person repeats it',
		),
	people: z.array(
		z.object({
			person: z.string(),
			acts: z
				.object({ from: day.optional(), until: day.optional() })
				.describe('first and last day that anything shows or claims them to have taken part'),
			measures: z.array(measuredSchema),
			answers: z.array(answerSchema),
		}),
	),
});
