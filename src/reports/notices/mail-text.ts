import { formatTime } from '../../ledger/time.ts';
import { visible } from '../visible.ts';
import { type Language, word } from '../words.ts';
import type { Notice, NoticeRun } from './notice.ts';
import { noticeEn } from './words-en.ts';
import { type NoticeWords, noticeZh } from './words-zh.ts';

/** Longest subject in characters: some servers refuse, and some readers cut, what is longer. */
const LONGEST_SUBJECT = 120;

export interface Mail {
	/** One line. */
	readonly subject: string;
	readonly text: string;
}

/** A notice as a mail in the case's language; it says what the notice says, no more. Steering characters are shown. */
export function mailText(notice: Notice, language: Language, offsetMinutes: number): Mail {
	const words = language === 'en' ? noticeEn : noticeZh;
	const { data } = notice;
	const because = data.because.map((one) => words.because[one]).join(words.separator);
	const subject = visible(words.subject(data.case, because));
	const lines = [words.case(data.case), ...bodyOf(notice, words, offsetMinutes), '', words.where];
	return {
		subject: [...subject].slice(0, LONGEST_SUBJECT).join(''),
		text: `${lines.map(visible).join('\n')}\n`,
	};
}

function bodyOf({ type, data }: Notice, words: NoticeWords, offsetMinutes: number): string[] {
	if (type === 'test') return ['', words.test];
	const time = (text: string) => formatTime(Date.parse(text), offsetMinutes);
	const { run, broken, alarms, changes, counts, people } = data;
	const moved = changes === undefined ? [] : countLines(changes, words);
	return [
		words.run(run.id, words.triggers[run.trigger]),
		words.times(time(run.started), run.ended === undefined ? words.unended : time(run.ended)),
		words.outcome(words.outcomes[run.outcome], problemOf(run)),
		...broken.map((one) => words.broken(one.id, time(one.started))),
		...(alarms.length === 0 ? [] : ['', words.alarms(alarms.length), ...alarmLines(alarms, words)]),
		...(changes === undefined ? [] : ['', words.changes, ...(moved.length === 0 ? [words.nothing] : moved)]),
		...(Object.keys(counts).length === 0 ? [] : ['', words.counts, ...countLines(counts, words)]),
		...(people === undefined ? [] : peopleLines(people, words)),
	];
}

function problemOf({ problem = '', facts = {} }: NoticeRun): string {
	return [problem, ...Object.entries(facts).map(([name, value]) => `${name}=${value}`)].join(' ').trim();
}

function alarmLines(alarms: Notice['data']['alarms'], words: NoticeWords): string[] {
	const codes = [...new Set(alarms.map(({ code }) => code))].sort();
	return codes.flatMap((code) => {
		const same = alarms.filter((alarm) => alarm.code === code);
		const standing = same.filter(({ fresh }) => !fresh).length;
		const facts = same.flatMap((alarm) =>
			alarm.facts === undefined ? [] : [`    ${Object.values(alarm.facts).join(words.separator)}`],
		);
		return [words.alarm(word(words.alarmCodes, code), same.length, standing), ...facts];
	});
}

/** Counts that are not zero, in the order of the object. */
function countLines(counts: Readonly<Record<string, number>>, words: NoticeWords): string[] {
	return Object.entries(counts).flatMap(([name, value]) =>
		value === 0 ? [] : [words.count(word(words.countNames, name), String(value))],
	);
}

function peopleLines(people: NonNullable<Notice['data']['people']>, words: NoticeWords): string[] {
	const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name).join(words.separator);
	const { come, gone, changed, more } = people;
	return [
		...(come.length + gone.length + changed.length === 0 ? [] : ['']),
		...(come.length === 0 ? [] : [words.come(names(come))]),
		...(gone.length === 0 ? [] : [words.gone(names(gone))]),
		...(changed.length === 0 ? [] : [words.moved(names(changed))]),
		...(more === 0 ? [] : [words.more(more)]),
	];
}
