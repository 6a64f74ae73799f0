import { z } from 'zod';
import { type Findings, findingsSchema } from '../../findings/schema.ts';
import { type Treatment, treatmentOf } from './fields.ts';

/** Text of the findings as it shall be shown. */
export type Show = (text: string, treatment: Treatment) => string;

type Shape =
	| { readonly kind: 'text'; readonly treatment: Treatment }
	| { readonly kind: 'list'; readonly items: Shape }
	| { readonly kind: 'fields'; readonly fields: ReadonlyMap<string, Shape>; readonly rest?: Rest }
	| { readonly kind: 'plain' };
/** Values of a record, by key: a fact is treated by what it is called. */
type Rest = (key: string) => Shape;

interface JsonSchema {
	readonly type?: string | readonly string[];
	readonly anyOf?: readonly JsonSchema[];
	readonly properties?: Readonly<Record<string, JsonSchema>>;
	readonly additionalProperties?: JsonSchema | boolean;
	readonly items?: JsonSchema;
	readonly pattern?: string;
	readonly enum?: readonly unknown[];
	readonly const?: unknown;
}

const PLAIN: Shape = { kind: 'plain' };
let shapes: Shape | undefined;

/** Findings with every text shown as its field asks; numbers, amounts and words of the schema stay as they are. */
export function showFindings(findings: Findings, show: Show): Findings {
	shapes ??= shapeOf(z.toJSONSchema(findingsSchema) as JsonSchema, '');
	return shown(findings, shapes, show) as Findings;
}

function shown(value: unknown, shape: Shape, show: Show): unknown {
	if (typeof value === 'string') return shape.kind === 'text' ? show(value, shape.treatment) : value;
	if (shape.kind === 'list' && Array.isArray(value)) return value.map((item) => shown(item, shape.items, show));
	if (shape.kind !== 'fields' || typeof value !== 'object' || value === null) return value;
	const made: Record<string, unknown> = {};
	for (const [key, field] of Object.entries(value)) {
		const known = shape.fields.get(key);
		if (known) made[key] = shown(field, known, show);
		else if (shape.rest) made[free(made, keyOf(key, show))] = shown(field, shape.rest(key), show);
	}
	return made;
}

const OWN_WORDS = /^[A-Za-z_-]+(?:\.(?:[A-Za-z_-]+|\d{1,4}))*$/;

/** Words of the program stay, whatever somebody is called: a figure is found by its key, and a nickname may be `kept`. */
function keyOf(key: string, show: Show): string {
	return OWN_WORDS.test(key) ? key : show(key, 'text');
}

/** No two entries of a record become one because their keys look alike masked. */
function free(made: Readonly<Record<string, unknown>>, key: string): string {
	let name = key;
	for (let number = 2; Object.hasOwn(made, name); number++) name = `${key}·${number}`;
	return name;
}

function shapeOf(schema: JsonSchema, path: string): Shape {
	if (schema.anyOf) {
		const texts = schema.anyOf.filter((each) => each.type === 'string');
		return texts.length === 0 ? PLAIN : shapeOf(texts[0] as JsonSchema, path);
	}
	// A text, or a text or a number.
	if (schema.type === 'string' || (Array.isArray(schema.type) && schema.type.includes('string'))) {
		const fixed = schema.pattern !== undefined || schema.enum !== undefined || schema.const !== undefined;
		return fixed ? PLAIN : { kind: 'text', treatment: treatmentOf(path) };
	}
	if (schema.type === 'array' && schema.items) return { kind: 'list', items: shapeOf(schema.items, `${path}[]`) };
	if (schema.type !== 'object') return PLAIN;
	const fields = new Map(
		Object.entries(schema.properties ?? {}).map(([key, field]) => [
			key,
			shapeOf(field, path === '' ? key : `${path}.${key}`),
		]),
	);
	return { kind: 'fields', fields, ...restOf(schema, path) };
}

function restOf({ additionalProperties: values }: JsonSchema, path: string): { rest?: Rest } {
	if (typeof values !== 'object') return {};
	if (!path.endsWith('facts')) {
		const shape = shapeOf(values, `${path}{}`);
		return { rest: () => shape };
	}
	const byKey = new Map<string, Shape>();
	return {
		rest: (key) => {
			const known = byKey.get(key) ?? shapeOf(values, `${path}{}.${key}`);
			byKey.set(key, known);
			return known;
		},
	};
}
