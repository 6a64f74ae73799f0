import { Problem } from '../../ledger/problem.ts';
import { statement, statementsIn } from './cypher.ts';

/** A sentence in both languages. */
export interface BothLanguages {
	readonly zh: string;
	readonly en: string;
}

/** What a query takes, beside `$case` and `$run`, which are always given. */
export interface QueryParameter extends BothLanguages {
	readonly name: string;
	/** `yuan`: a decimal with at most two places; `day`: `2023-03-01`, in the zone of the case. */
	readonly type: 'text' | 'integer' | 'yuan' | 'day';
	/** Undefined: it must be given. */
	readonly standard?: string;
}

/**
 * What a query returns. Units: `fen`, `units` (smallest units of the asset in the column `asset`), `asset`, `instant`,
 * `day`, `count`, `truth`, `text`, `texts`, and `word <table>`: a code with a word for people.
 */
export interface QueryColumn extends BothLanguages {
	readonly name: string;
	readonly unit: string;
}

/** A query for people: its text, unchanged, and what its header says. */
export interface NamedQuery {
	readonly name: string;
	readonly text: string;
	readonly purpose: BothLanguages;
	readonly parameters: readonly QueryParameter[];
	readonly columns: readonly QueryColumn[];
}

const PURPOSE = /^\/\/ (zh|en): (.+)$/;
const PARAMETER = /^\/\/ param (\w+): (text|integer|yuan|day)(?: = (\S+))? — (.+?) \/ (.+)$/;
const COLUMN = /^\/\/ returns (\w+): (\w+(?: \w+)?) — (.+?) \/ (.+)$/;

/** Reads the header of a query: comment lines `zh:`, `en:`, `param …`, `returns …`. Other comments are passed over. */
export function readQuery(name: string, text: string): NamedQuery {
	const purpose = { zh: '', en: '' };
	const parameters: QueryParameter[] = [];
	const columns: QueryColumn[] = [];
	for (const line of text.split(/\r?\n/)) {
		const [, language, sentence] = PURPOSE.exec(line) ?? [];
		if (language !== undefined && sentence !== undefined) purpose[language as 'zh' | 'en'] = sentence;
		const parameter = PARAMETER.exec(line);
		if (parameter) parameters.push(parameterOf(parameter));
		const [, column, unit, zh, en] = COLUMN.exec(line) ?? [];
		if (column !== undefined) columns.push({ name: column, unit: unit ?? '', zh: zh ?? '', en: en ?? '' });
	}
	return { name, text, purpose, parameters, columns };
}

function parameterOf([, name, type, standard, zh, en]: RegExpExecArray): QueryParameter {
	return {
		name: name ?? '',
		type: type as QueryParameter['type'],
		...(standard === undefined ? {} : { standard: standard === "''" ? '' : standard }),
		zh: zh ?? '',
		en: en ?? '',
	};
}

/** Every query of `cypher/queries/`, by name. */
export function namedQueries(): NamedQuery[] {
	return statementsIn('queries').map((path) => readQuery(path.slice('queries/'.length), statement(path)));
}

/** @throws Problem `query.unknown` {name, known} */
export function namedQuery(name: string): NamedQuery {
	const queries = namedQueries();
	const found = queries.find((query) => query.name === name);
	if (found) return found;
	throw new Problem('usage', 'query.unknown', { name, known: queries.map((query) => query.name).join(', ') });
}
