import neo4j, { type Node, type PathSegment, type Relationship } from 'neo4j-driver';
import { readStoredText } from '../stored-text.ts';

/** A value of an answer as the rest of the program knows values: instants as `Date`, integers exact. */
export type QueryValue =
	| null
	| boolean
	| number
	| bigint
	| string
	| Date
	| readonly QueryValue[]
	| QueryNode
	| QueryLink
	| { readonly [key: string]: QueryValue };

export interface QueryNode {
	readonly labels: readonly string[];
	readonly properties: { readonly [key: string]: QueryValue };
}

export interface QueryLink {
	readonly type: string;
	readonly properties: { readonly [key: string]: QueryValue };
}

/**
 * A value as the driver gives it, made plain. A path is the list of its nodes and relationships; dates without a time,
 * durations and points are text.
 */
export function plainValue(value: unknown): QueryValue {
	if (value === null || value === undefined) return null;
	if (typeof value === 'string') return readStoredText(value);
	if (typeof value === 'boolean' || typeof value === 'number' || typeof value === 'bigint') return value;
	if (Array.isArray(value)) return value.map(plainValue);
	if (neo4j.isDateTime(value as object)) return (value as { toStandardDate(): Date }).toStandardDate();
	if (isTextual(value)) return String(value);
	if (neo4j.isNode(value as object)) return plainNode(value as Node);
	if (neo4j.isRelationship(value as object)) return plainLink(value as Relationship);
	if (neo4j.isPath(value as object)) {
		const { start, segments } = value as { start: Node; segments: PathSegment[] };
		return [plainNode(start), ...segments.flatMap((one) => [plainLink(one.relationship), plainNode(one.end)])];
	}
	return plainMap(value as object);
}

function isTextual(value: unknown): boolean {
	const item = value as object;
	return (
		neo4j.isDate(item) ||
		neo4j.isLocalDateTime(item) ||
		neo4j.isTime(item) ||
		neo4j.isLocalTime(item) ||
		neo4j.isDuration(item) ||
		neo4j.isPoint(item)
	);
}

function plainNode({ labels, properties }: Node): QueryNode {
	return { labels: [...labels].sort(), properties: plainMap(properties) };
}

function plainLink({ type, properties }: Relationship): QueryLink {
	return { type, properties: plainMap(properties) };
}

/** By name, so that an answer is the same bytes each time. */
function plainMap(map: object): { readonly [key: string]: QueryValue } {
	const entries = Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
	return Object.fromEntries(entries.map(([key, value]) => [key, plainValue(value)]));
}
