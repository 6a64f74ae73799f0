import { storedText } from '../stored-text.ts';
import { amountText, approximate, type Property } from './properties.ts';

/** A row of conclusions as its statement takes it: an amount as text and, beside it, as `…_approx`. */
export function conclusionRow(row: object): Record<string, Property> {
	const properties: Record<string, Property> = {};
	for (const [name, value] of Object.entries(row)) {
		if (typeof value === 'bigint') {
			properties[name] = amountText(value);
			properties[`${name}_approx`] = approximate(value);
		} else properties[name] = propertyOf(value);
	}
	return properties;
}

function propertyOf(value: unknown): Property {
	if (typeof value === 'string') return storedText(value);
	if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value) : value;
	if (typeof value === 'boolean') return value;
	if (Array.isArray(value)) return value.map((item) => storedText(String(item)));
	return null;
}
