import type { Plan } from 'neo4j-driver';
import { Problem } from '../../ledger/problem.ts';

/** Procedures that tell what the graph has and touch nothing else. */
const PROCEDURES = new Set([
	'db.labels',
	'db.relationshipTypes',
	'db.propertyKeys',
	'db.schema.visualization',
	'db.schema.nodeTypeProperties',
	'db.schema.relTypeProperties',
]);

/** Operators of commands about the server: SHOW …, TERMINATE …, users and databases, parts that another graph works off. */
const ADMINISTRATION = /^(?:Show|Terminate|Administration|System|RunQueryAt)/;

/** The part of an explained statement that tells what it would do. */
export interface Explained {
	/** `r`, `rw`, `w` or `s` (schema and server). */
	readonly queryType: string;
	readonly plan: false | Plan;
}

/**
 * Refuses a statement that would do more than read this graph. The server's plan is asked, not the text: a plan has
 * the operators of subqueries too, however they were written.
 *
 * @throws Problem `query.load-csv`, `query.transactions`, `query.procedure` {name}, `query.administration`,
 * `query.writes`
 */
export function checkReadOnly({ queryType, plan }: Explained): void {
	for (const { operator, details } of operatorsOf(plan)) {
		if (operator.startsWith('LoadCSV')) throw new Problem('usage', 'query.load-csv');
		if (operator.startsWith('Transaction')) throw new Problem('usage', 'query.transactions');
		if (ADMINISTRATION.test(operator)) throw new Problem('usage', 'query.administration');
		if (!operator.includes('ProcedureCall')) continue;
		const name = details.slice(0, details.indexOf('('));
		if (!PROCEDURES.has(name)) throw new Problem('usage', 'query.procedure', { name });
	}
	if (queryType !== 'r' || plan === false) throw new Problem('usage', 'query.writes');
}

interface Operator {
	/** `ProcedureCall`, without the database it runs in. */
	readonly operator: string;
	readonly details: string;
}

function* operatorsOf(plan: false | Plan): Generator<Operator> {
	if (plan === false) return;
	const { Details: details = '' } = plan.arguments as { readonly Details?: unknown };
	yield { operator: plan.operatorType.split('@')[0] ?? '', details: String(details) };
	for (const child of plan.children) yield* operatorsOf(child);
}
