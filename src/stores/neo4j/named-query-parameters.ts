import { parseAmount } from '../../ledger/money.ts';
import { Problem } from '../../ledger/problem.ts';
import { parseTime } from '../../ledger/time.ts';
import type { NamedQuery, QueryParameter } from './named-query.ts';

/** What a parameter is sent as. */
type Value = string | number | bigint;

const WHOLE = /^-?\d{1,18}$/;

/**
 * The values of a query's parameters, those left out at their standard.
 *
 * @param given as a person typed them
 * @throws Problem `query.param-unknown` {name, query, known}, `query.param-missing` {name, query, type},
 * `query.param-value` {name, text, type}
 */
export function parametersOf(query: NamedQuery, given: ReadonlyMap<string, string>): Record<string, Value> {
	const known = query.parameters.map(({ name }) => name);
	for (const name of given.keys()) {
		if (known.includes(name)) continue;
		throw new Problem('usage', 'query.param-unknown', { name, query: query.name, known: known.join(', ') });
	}
	return Object.fromEntries(query.parameters.map((one) => [one.name, readValue(query, one, given.get(one.name))]));
}

function readValue(query: NamedQuery, parameter: QueryParameter, typed: string | undefined): Value {
	const { name, type, standard } = parameter;
	const text = typed ?? standard;
	if (text === undefined) throw new Problem('usage', 'query.param-missing', { name, query: query.name, type });
	const value = READ[type](text);
	if (value === undefined) throw new Problem('usage', 'query.param-value', { name, text, type });
	return value;
}

const READ: Readonly<Record<QueryParameter['type'], (text: string) => Value | undefined>> = {
	text: (text) => text,
	integer: (text) => (WHOLE.test(text) ? BigInt(text) : undefined),
	yuan: (text) => {
		const read = parseAmount(text, 2);
		if (!read.ok) return undefined;
		// The statement rounds to the fen, so that it means the same where somebody types the parameter in Neo4j Browser.
		return read.amount % 100n === 0n ? read.amount / 100n : Number(read.amount) / 100;
	},
	day: (text) => (parseTime(text, 0)?.precision === 'day' && /^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined),
};
