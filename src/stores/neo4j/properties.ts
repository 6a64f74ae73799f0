import { readStoredText, storedText } from '../stored-text.ts';

/** What a property of a node can be; null: the node has none. */
export type Property = string | bigint | number | boolean | readonly string[] | null;
export type Properties = Record<string, Property>;

/** The properties of a node in the order of its statement. */
export type Cells = readonly Property[];

/** A JavaScript number would be sent as a float. */
export function integer(value: number): bigint;
export function integer(value: number | undefined): bigint | null;
export function integer(value: number | undefined): bigint | null {
	return value === undefined ? null : BigInt(value);
}

export function text(value: string | undefined): string | null {
	return value === undefined ? null : storedText(value);
}

export function amountText(amount: bigint | undefined): string | null {
	return amount === undefined ? null : amount.toString();
}

/** The float that stands beside an exact amount, for filters and pictures. Nothing reads it back. */
export function approximate(amount: bigint | undefined): number | null {
	return amount === undefined ? null : Number(amount);
}

/** The text of a property that is always there. */
export function readText(value: unknown): string {
	return readStoredText(value as string);
}

/** `{name: value}` where the property is there, else nothing: the ledger's types tell a missing field from an empty one. */
export function optional<N extends string, T>(
	name: N,
	value: unknown,
	read: (value: unknown) => T,
): { [key in N]?: T } {
	return value === null || value === undefined ? {} : ({ [name]: read(value) } as { [key in N]?: T });
}

export function readAmount(value: unknown): bigint {
	return value === '0' ? 0n : BigInt(value as string);
}
