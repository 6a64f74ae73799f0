import { formatTime } from '../../ledger/time.ts';
import { wordsOf } from '../changes/words.ts';
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

/**
 * A notice as a mail in the case's language. Steering characters are shown.
 *
 * @param report text of the change report, where names and figures of people may go out; else the mail says what the
 *   notice says, and no more
 */
export function mailText(notice: Notice, language: Language, offsetMinutes: number, report?: string): Mail {
	const words = language === 'en' ? noticeEn : noticeZh;
	const { data } = notice;
	const because = data.because.map((one) => words.because[one]).join(words.separator);
	const subject = visible(words.subject(data.case, because));
	const names = { ...words.countNames, ...wordsOf(language).counts };
	const body = bodyOf(notice, { ...words, countNames: names }, offsetMinutes);
	const lines = [words.case(data.case), ...body, ...reportLines(report, words), '', words.where];
	return {
		subject: [...subject].slice(0, LONGEST_SUBJECT).join(''),
		text: `${lines.map(visible).join('\n')}\n`,
	};
}

type MailWords = Omit<NoticeWords, 'countNames'> & { readonly countNames: Readonly<Record<string, string>> };

function bodyOf({ data }: Notice, words: MailWords, offsetMinutes: number): string[] {
	const time = (text: string) => formatTime(Date.parse(text), offsetMinutes);
	const { run, broken, alarms, changes, counts } = data;
	const moved = changes === undefined ? [] : countLines(changes, words);
	return [
		words.run(run.id, words.triggers[run.trigger]),
		words.times(time(run.started), run.ended === undefined ? words.unended : time(run.ended)),
		words.outcome(words.outcomes[run.outcome], problemOf(run)),
		...broken.map((one) => words.broken(one.id, time(one.started))),
		...(alarms.length === 0 ? [] : ['', words.alarms(alarms.length), ...alarmLines(alarms, words)]),
		...(changes === undefined ? [] : ['', words.changes, ...(moved.length === 0 ? [words.nothing] : moved)]),
		...(Object.keys(counts).length === 0 ? [] : ['', words.counts, ...countLines(counts, words)]),
	];
}

function problemOf({ problem = '', facts = {} }: NoticeRun): string {
	return [problem, ...Object.entries(facts).map(([name, value]) => `${name}=${value}`)].join(' ').trim();
}

function alarmLines(alarms: Notice['data']['alarms'], words: MailWords): string[] {
	const codes = [...new Set(alarms.map(({ code }) => code))].sort();
	return codes.map((code) => {
		const same = alarms.filter((alarm) => alarm.code === code);
		const standing = same.filter(({ fresh }) => !fresh).length;
		return words.alarm(word(words.alarmCodes, code), same.length, standing);
	});
}

/** Counts that are not zero, in the order of the object. */
function countLines(counts: Readonly<Record<string, number>>, words: MailWords): string[] {
	return Object.entries(counts).flatMap(([name, value]) =>
		value === 0 ? [] : [words.count(word(words.countNames, name), String(value))],
	);
}

/** Some servers refuse, and few people read, what is longer. */
const LONGEST_REPORT = 2000;

function reportLines(report: string | undefined, words: NoticeWords): string[] {
	if (report === undefined) return [];
	const lines = report.trimEnd().split('\n');
	const more = lines.length - LONGEST_REPORT;
	return ['', words.report, '', ...lines.slice(0, LONGEST_REPORT), ...(more > 0 ? [words.more(more)] : [])];
}
