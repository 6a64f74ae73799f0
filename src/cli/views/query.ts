import { formatAmount, withUnit } from '../../ledger/money.ts';
import { formatTime } from '../../ledger/time.ts';
import { type Words as ReportWords, wordsOf as reportWords, word } from '../../reports/words.ts';
import type { QueryAnswer } from '../../run/questions/query.ts';
import type { QueryColumn } from '../../stores/neo4j/named-query.ts';
import type { QueryValue } from '../../stores/neo4j/people-query-values.ts';
import type { Words } from '../messages/words.ts';
import { table } from '../table.ts';
import { yuan } from './amounts.ts';
import { csvLine } from './csv.ts';

/** For people: yuan and local time as everywhere, codes in words. */
export function printAnswer(answer: QueryAnswer, words: Words): string {
	const columns = answer.columns.map((column) => ({
		title: column[words.language],
		...(/^(?:fen|units|count)$/.test(column.unit) ? { align: 'right' as const } : {}),
	}));
	const rows = answer.rows.map((row) =>
		answer.columns.map((column, index) => shown(row[index] ?? null, column, assetOf(answer, row), answer, words)),
	);
	const count = words.say('query.rows', { rows: rows.length });
	return rows.length === 0 ? count : [table(columns, rows), '', count].join('\n');
}

/** For a spreadsheet or another program: English names, local times, plain decimals, codes as they are. */
export function answerCsv(answer: QueryAnswer): string {
	const head = csvLine(answer.columns.map((column) => column.name));
	const lines = answer.rows.map((row) =>
		csvLine(answer.columns.map((column, index) => plain(row[index] ?? null, column, assetOf(answer, row), answer))),
	);
	return [head, ...lines].join('');
}

/** For a program: amounts as text of smallest units, instants in ISO, other whole numbers as numbers where they fit. */
export function answerJson({ query, case: name, run, columns, rows, cut }: QueryAnswer): unknown {
	return {
		query,
		case: name,
		run,
		columns: columns.map((column) => ({ name: column.name, unit: column.unit })),
		rows: rows.map((row) =>
			Object.fromEntries(columns.map((column, index) => [column.name, jsonValue(row[index] ?? null, column.unit)])),
		),
		cut: cut !== undefined,
	};
}

function jsonValue(value: QueryValue, unit: string): QueryValue {
	if (typeof value !== 'bigint' || unit === 'fen' || unit === 'units') return value;
	return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

/** The asset that the amounts of a row are in. */
function assetOf({ columns }: QueryAnswer, row: readonly QueryValue[]): string {
	return String(row[columns.findIndex((column) => column.unit === 'asset')] ?? '');
}

function shown(value: QueryValue, { unit }: QueryColumn, asset: string, answer: QueryAnswer, words: Words): string {
	if (value === null) return '';
	if (unit === 'fen') return yuan(String(value));
	if (unit === 'units') return withUnit(BigInt(String(value)), asset, answer.assets);
	if (unit === 'asset') return answer.assets.get(String(value))?.symbol ?? String(value);
	if (unit === 'truth') return words.say(value === true ? 'query.yes' : 'query.no');
	if (unit.startsWith('word ')) return coded(String(value), unit.slice('word '.length), words);
	return told(value, answer);
}

function coded(code: string, tableName: string, { language }: Words): string {
	const tables = reportWords(language) as unknown as Readonly<
		Record<keyof ReportWords, Readonly<Record<string, string>>>
	>;
	return code === '' ? '' : word(tables[tableName as keyof ReportWords], code);
}

function plain(value: QueryValue, { unit }: QueryColumn, asset: string, answer: QueryAnswer): string {
	if (value === null) return '';
	if (unit === 'fen') return formatAmount(BigInt(String(value)), 2);
	if (unit === 'units') return formatAmount(BigInt(String(value)), answer.assets.get(asset)?.decimals ?? 0);
	return told(value, answer);
}

/** Any value as one text: instants local, nodes by label and name, lists joined, maps as JSON. */
function told(value: QueryValue, answer: QueryAnswer): string {
	if (value === null) return '';
	if (value instanceof Date) return formatTime(value.getTime(), answer.offsetMinutes);
	if (Array.isArray(value)) return value.map((item) => told(item, answer)).join('; ');
	if (typeof value !== 'object') return String(value);
	const { labels, type, properties } = value as {
		readonly labels?: readonly string[];
		readonly type?: string;
		readonly properties?: Readonly<Record<string, QueryValue>>;
	};
	const name = properties?.caption ?? properties?.id;
	if (labels && properties) return `(:${labels.join(':')} ${String(name ?? asJson(properties))})`;
	return properties ? `[:${type}]` : asJson(value);
}

function asJson(value: unknown): string {
	return JSON.stringify(value, (_key, item: unknown) => (typeof item === 'bigint' ? item.toString() : item));
}
