import { EVENTS, type EventName, type FieldClass, type FieldsOf } from './events.ts';

const WORD = /^[A-Za-z][A-Za-z0-9 ._:/-]{0,79}$/;
const ID = /^[0-9A-Za-z][0-9A-Za-z._-]{0,79}$/;

/** The fields of an event that may be written, in the order of its schema. What does not look like its class is left out too. */
export function written<Name extends EventName>(name: Name, fields: FieldsOf<Name>): Record<string, string | number> {
	const kept: Record<string, string | number> = {};
	for (const [field, fieldClass] of Object.entries(EVENTS[name]) as [keyof FieldsOf<Name> & string, FieldClass][]) {
		const value = Object.hasOwn(fields, field) ? ofClass(fieldClass, fields[field]) : undefined;
		if (value !== undefined) kept[field] = value;
	}
	return kept;
}

function ofClass(fieldClass: FieldClass, value: unknown): string | number | undefined {
	switch (fieldClass) {
		case 'count':
			return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
		case 'time':
			return typeof value === 'number' && Number.isFinite(value) ? new Date(value).toISOString() : undefined;
		case 'word':
			return typeof value === 'string' && WORD.test(value) ? value : undefined;
		case 'id':
			return typeof value === 'string' && ID.test(value) ? value : undefined;
		case 'personal':
		case 'secret':
			return undefined;
	}
}
