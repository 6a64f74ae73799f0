import { readdirSync, readFileSync } from 'node:fs';
import test from 'ava';
import type { ReasonFacts } from '../../src/payroll/reasons.ts';
import { SENTENCES, say, word, wordsOf } from '../../src/reports/words.ts';

/** Every reason of payroll. The type makes a forgotten one an error of the compiler. */
const REASONS: Readonly<Record<keyof ReasonFacts, true>> = {
	decided: true,
	disputed: true,
	'decided-without-split': true,
	seed: true,
	'cash-out': true,
	'own-move': true,
	'own-move-medium': true,
	fee: true,
	'refund-row': true,
	'fully-refunded': true,
	'memo-return': true,
	'amount-return': true,
	'memo-loan': true,
	'memo-repayment': true,
	'amount-repayment': true,
	'memo-operating': true,
	'memo-family': true,
	'memo-private': true,
	'memo-mixed': true,
	'memo-other': true,
	'memo-bonus': true,
	'memo-funding': true,
	funding: true,
	'pay-amount': true,
	'pay-memo': true,
	'pay-report': true,
	'pay-ambiguous': true,
	'pay-other-reports': true,
	'pay-history': true,
	'pay-or-repayment': true,
	'pay-no-relation': true,
	'pay-proposed-account': true,
	'pay-group-packet': true,
	'pay-received-packet': true,
	'pay-lucky-packet': true,
	'contradicts-report': true,
	'contradicts-memo': true,
	'no-reading': true,
	'group-packet': true,
	'amount-alone': true,
	'outside-spell': true,
	peers: true,
	upwards: true,
	merchant: true,
	family: true,
	employer: true,
	operating: true,
	'unexplained-in': true,
	'unexplained-out': true,
	'hierarchy-paid': true,
	'hierarchy-payers': true,
	'hierarchy-team': true,
	'hierarchy-funds': true,
	'hierarchy-pay-notes': true,
	'hierarchy-pays-daily': true,
	'hierarchy-pays-weekly': true,
	'hierarchy-funded': true,
	'hierarchy-funding-unknown': true,
	'hierarchy-funds-heads': true,
	'hierarchy-coins': true,
	'hierarchy-nobody-above': true,
	'hierarchy-varied': true,
	'hierarchy-fixed': true,
	'hierarchy-pay-tells-not': true,
	'hierarchy-checks': true,
	'hierarchy-other-rhythm': true,
	'hierarchy-other-amount': true,
	'hierarchy-other-hour': true,
	'hierarchy-pays-monthly': true,
	'hierarchy-paid-monthly': true,
	'hierarchy-role-differs': true,
	'hierarchy-superior-differs': true,
	'hierarchy-dates-differ': true,
	'hierarchy-unpaid': true,
	'hierarchy-checks-differ': true,
	'hierarchy-dialler-differs': true,
};

const LANGUAGES = ['zh', 'en'] as const;

for (const language of LANGUAGES) {
	test(`every reason of payroll has a sentence (${language})`, (t) => {
		t.deepEqual(missing(Object.keys(REASONS), language), []);
	});

	test(`every code that findings and runs state has a sentence (${language})`, (t) => {
		t.deepEqual(missing(codesIn('findings', 'cashouts', 'proceeds', 'run'), language), []);
	});

	test(`every point of the to-do list has a short name, and what is asked for says what it settles (${language})`, (t) => {
		const { todoKinds, requestSettles } = wordsOf(language);
		const points = codesIn('findings/todo');
		t.true(points.length > 15);
		t.deepEqual(
			points.filter((code) => !Object.hasOwn(todoKinds, code)),
			[],
		);
		for (const code of Object.keys(requestSettles)) t.true(Object.hasOwn(todoKinds, code), code);
	});

	test(`sentences look facts up in tables that exist (${language})`, (t) => {
		const tables = Object.values(SENTENCES[language]).flatMap((each) =>
			[...each.matchAll(/\{\w+:(\w+)\}/g)].map((m) => m[1] ?? ''),
		);
		t.deepEqual(
			tables.filter((table) => table !== 'sentences' && !(table in wordsOf(language))),
			[],
		);
	});
}

test('both languages quote the same facts', (t) => {
	const facts = (template: string) => [...new Set(template.match(/\{\w+/g) ?? [])].sort();
	for (const [code, template] of Object.entries(SENTENCES.zh))
		t.deepEqual(facts(SENTENCES.en[code] ?? ''), facts(template), code);
});

test('fills facts in and looks words up', (t) => {
	t.is(say('zh', 'peers', { payerRole: 'caller', payeeRole: 'inspector' }), '话务员与质检员之间同级往来');
	t.is(say('en', 'memo-loan', { memo: '借你' }), 'memo "借你" says loan');
});

test('what is not known shows: a code without sentence, a missing fact, a code without word', (t) => {
	t.is(say('zh', 'no-such-code', { a: 1, b: 'x' }), '[no-such-code] a=1 b=x');
	t.is(say('en', 'memo-loan'), 'memo "{memo}" says loan');
	t.is(word(wordsOf('zh').kinds, 'no-such-kind'), '[no-such-kind]');
	t.is(say('zh', 'constructor'), '[constructor]');
	t.is(word(wordsOf('zh').kinds, 'toString'), '[toString]');
});

test('a fact is quoted as it is: braces in it are no template', (t) => {
	t.is(say('en', 'memo-loan', { memo: '{memo}$&' }), 'memo "{memo}$&" says loan');
});

function missing(codes: readonly string[], language: 'zh' | 'en'): string[] {
	return codes.filter((code) => !Object.hasOwn(SENTENCES[language], code));
}

/** Alarms of a change report, what keeps a notice, what a log tells and how a run failed have words of their own, typed by their codes. */
function saysInFindings(file: string): boolean {
	return !/^src\/(findings\/changes|run\/notices|run\/log)\/|^src\/run\/guarded-run\.ts$/.test(file);
}

/** Codes as the sources spell them: `todo('code', …`, `{ code: 'code', facts`. Codes with a dot are Problems: the command line's; `custom` is the schema library's. */
function codesIn(...folders: readonly string[]): string[] {
	const files = folders.flatMap((folder) =>
		readdirSync(`src/${folder}`, { recursive: true, encoding: 'utf8' })
			.filter((name) => name.endsWith('.ts'))
			.map((name) => `src/${folder}/${name}`),
	);
	const codes = files.filter(saysInFindings).flatMap((file) => {
		const source = readFileSync(file, 'utf8');
		return [...source.matchAll(/\btodo\(\s*'([^']+)'|\bcode: '([^']+)'/g)].map((match) => match[1] ?? match[2] ?? '');
	});
	return [...new Set(codes)].filter((code) => code !== 'custom' && !code.includes('.')).sort();
}
