import type { Changes } from '../../findings/changes/schema.ts';
import { CNY } from '../../ledger/asset.ts';
import { sayIncomplete, word } from '../words.ts';
import { type Block, section } from './blocks.ts';
import type { Desk } from './desk.ts';

/** What is told of the case as a whole: freezes, files, settings, decisions, totals, and what is not whole. */
export function caseSections(changes: Changes, desk: Desk): Block[] {
	return [
		...freezes(changes, desk),
		...totals(changes, desk),
		...files(changes, desk),
		...settings(changes, desk),
		...decisions(changes, desk),
		...histories(changes, desk),
		...gaps(changes, desk),
	];
}

function freezes({ freezes: list }: Changes, { words, common, amount, more }: Desk): Block[] {
	const { columns: c } = words;
	const columns = [
		...[{ title: c.kind }, { title: c.person }, { title: c.account, as: 'code' as const }, { title: c.document }],
		...[{ title: c.amount, as: 'number' as const }, { title: c.until }, { title: c.days }],
	];
	const rows = list.map((one) => [
		...[word(common.measures, one.kind), one.person, one.account, one.document],
		...[one.amount === undefined ? '' : amount(one.amount, one.asset), one.until, words.lapses(one.days)],
	]);
	return section(words.headings.freezes, columns, rows, more);
}

function totals({ totals: list }: Changes, { words, amount, count, difference, more }: Desk): Block[] {
	const { columns: c } = words;
	const number = (title: string) => ({ title, as: 'number' as const });
	const columns = [
		{ title: c.what },
		number(c.was),
		number(c.is),
		number(c.difference),
		{ title: c.look, as: 'code' as const },
	];
	const rows = list.map(({ name, was, is }) => {
		const unit = YUAN.has(name) ? CNY.id : 'leads';
		const value = (text: string) => (unit === CNY.id ? amount(text, unit) : count(Number(text)));
		const look = ASKED.has(name) ? `liuxiang why case/${name}` : '';
		return [word(words.totals, name), value(was), value(is), difference(was, is, unit), look];
	});
	return section(words.headings.totals, columns, rows, more);
}

const YUAN: ReadonlySet<string> = new Set(['inflow', 'kept', 'operating', 'unresolved']);
/** Totals that `why` answers. */
const ASKED: ReadonlySet<string> = new Set(['inflow', 'operating', 'unresolved']);

function files({ files: list }: Changes, { words, common, count, more }: Desk): Block[] {
	const { columns: c } = words;
	const columns = [
		...[{ title: c.change }, { title: c.kind }, { title: c.path }],
		...[{ title: c.rows, as: 'number' as const }, { title: c.status }, { title: c.note }],
	];
	const rows = list.map(({ path, kind, change, rows: read, status, from, was, is }) => [
		...[word(words.fileChanges, change), word(words.fileKinds, kind), path],
		...[read === undefined ? '' : count(read), status === undefined ? '' : word(common.fileStatuses, status)],
		from === undefined ? hashes(was, is) : words.movedFrom(from),
	]);
	return section(words.headings.files, columns, rows, more);
}

/** The beginning of each: whole ones stand in `changes.json`. */
function hashes(was: string | undefined, is: string | undefined): string {
	return [was, is].map((hash) => hash?.slice(0, 12) ?? '').join(' → ');
}

function settings({ settings: list, before, after }: Changes, { words, more }: Desk): Block[] {
	const { columns: c } = words;
	const rows = list.map(({ key, was = words.absent, is = words.absent }) => [key, was, is]);
	if (before && before.program !== after.program) rows.unshift([words.settings.program, before.program, after.program]);
	return section(
		words.headings.settings,
		[{ title: c.key, as: 'code' }, { title: c.was }, { title: c.is }],
		rows,
		more,
	);
}

function decisions({ decisions: { added, gone } }: Changes, { words, common, more }: Desk): Block[] {
	const { columns: c } = words;
	const columns = [
		...[{ title: c.change }, { title: c.line, as: 'number' as const }, { title: c.act }],
		...[{ title: c.subject, as: 'code' as const }, { title: c.by }, { title: c.at }, { title: c.why }],
	];
	const told = (list: typeof added, change: string) =>
		list.map(({ line, act, value, subject, by, at, why }) => [
			...[change, String(line), [word(common.acts, act), value].filter((text) => text !== '').join(' ')],
			...[subject, by, at, why],
		]);
	return section(words.headings.decisions, columns, [...told(added, words.come), ...told(gone, words.gone)], more);
}

function histories({ histories: list }: Changes, { words, common, account: named, more }: Desk): Block[] {
	const { columns: c } = words;
	const columns = [{ title: c.account, as: 'code' as const }, { title: c.history }, { title: c.change }];
	const rows = list.map(({ account, history, became }) => [
		named(account),
		history === 'return' ? words.return : word(common.histories, history),
		word(words.became, became),
	]);
	return section(words.headings.histories, columns, rows, more);
}

function gaps({ gaps: { come, gone }, case: { language } }: Changes, { words, more }: Desk): Block[] {
	const told = (list: typeof come, change: string) => list.map((gap) => [change, sayIncomplete(language, gap)]);
	const rows = [...told(come, words.gapsCome), ...told(gone, words.gapsGone)];
	return section(words.headings.gaps, [{ title: words.columns.change }, { title: words.columns.note }], rows, more);
}
