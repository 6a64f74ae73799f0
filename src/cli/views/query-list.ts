import type { NamedQuery } from '../../stores/neo4j/named-query.ts';
import type { Words } from '../messages/words.ts';

/** Every query with what it answers and what it takes. */
export function printQueries(queries: readonly NamedQuery[], { say, language }: Words): string {
	const blocks = queries.map(({ name, purpose, parameters }) => {
		const takes = parameters.map((parameter) => {
			const { standard } = parameter;
			const facts = {
				name: parameter.name,
				type: parameter.type,
				meaning: parameter[language],
				standard: standard ?? '',
			};
			return `    ${say(standard === undefined ? 'query.takes' : 'query.takes-or', facts)}`;
		});
		return [name, `  ${purpose[language]}`, ...takes].join('\n');
	});
	return [...blocks, say('query.how')].join('\n\n');
}
