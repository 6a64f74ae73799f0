import { z } from 'zod';
import { amount } from './values-schema.ts';

export const VARIATIONS = [
	'ties-reversed',
	'windows-halved',
	'windows-doubled',
	'openings-unknown',
	'policy-fifo',
	'policy-lifo',
	'policy-haircut',
	'policy-poison',
] as const;

const variation = z.enum(VARIATIONS);

export const sensitivitySchema = z
	.object({
		varied: z.array(variation).describe('what was varied; empty where the run was made without --vary'),
		figures: z.number().int().nonnegative().describe('figures that were compared, of all people'),
		moved: z
			.array(
				z.object({
					person: z.string(),
					figure: z.string().describe('name of the figure, or `traced`: of what was received, traced to seeds'),
					asset: z.string(),
					variation,
					base: amount,
					value: amount,
					by: amount.describe('value less base'),
				}),
			)
			.describe('only what moved'),
	})
	.describe('which figures hang on what nobody can know');
