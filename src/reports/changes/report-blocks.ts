import type { Alarm, Changes } from '../../findings/changes/schema.ts';
import { word } from '../words.ts';
import { type Block, section } from './blocks.ts';
import { caseSections } from './case-sections.ts';
import { type Desk, deskOf } from './desk.ts';
import { linkSections } from './link-sections.ts';
import { peopleSections } from './people-sections.ts';
import { transferSections } from './transfer-sections.ts';

/** The whole report: what needs a look first, then what moved, then why it may have moved. */
export function reportBlocks(changes: Changes): Block[] {
	const desk = deskOf(changes);
	return [
		...head(changes, desk),
		...alarms(changes, desk),
		...summary(changes, desk),
		...caseSections(changes, desk),
		...peopleSections(changes, desk),
		...transferSections(changes, desk),
		...linkSections(changes, desk),
		{ is: 'note', text: desk.words.foot },
	];
}

function head({ case: { name }, today, basis, before, after, changed }: Changes, { words }: Desk): Block[] {
	const verdict = basis === 'compared' ? words[changed ? 'changed' : 'unchanged'] : words[basis];
	const run = (one: { run: string; program: string }) => words.ofProgram(one.run, one.program);
	return [
		{ is: 'title', text: words.title(name), below: words.subtitle },
		{
			is: 'facts',
			pairs: [
				[words.day, today],
				[words.before, before ? run(before) : words.none],
				[words.after, run(after)],
			],
		},
		{ is: 'verdict', text: verdict, calm: basis === 'compared' && !changed },
	];
}

function alarms({ alarms: list }: Changes, { words, common }: Desk): Block[] {
	if (list.length === 0) return [];
	const text = ({ code, facts }: Alarm) =>
		words.alarms[code](facts.act === undefined ? facts : { ...facts, act: word(common.acts, String(facts.act)) });
	return [
		{ is: 'heading', text: words.headings.alarms },
		...list.map((alarm): Block => {
			const { fresh } = alarm;
			return { is: 'alarm', mark: fresh ? words.fresh : words.standing, text: text(alarm), fresh };
		}),
	];
}

function summary({ counts }: Changes, { words, count, more }: Desk): Block[] {
	const rows = Object.keys(words.counts).flatMap((name) => {
		const value = counts[name] ?? 0;
		return value === 0 ? [] : [[word(words.counts, name), count(value)]];
	});
	const columns = [{ title: words.columns.what }, { title: words.columns.count, as: 'number' as const }];
	return section(words.headings.summary, columns, rows, more);
}
