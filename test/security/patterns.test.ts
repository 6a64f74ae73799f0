/** Regular expressions meet what suspects write, up to a megabyte in one cell: none may take more than time to its length. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { check } from 'recheck';
import { parseAmount } from '../../src/ledger/money.ts';
import { parseTime } from '../../src/ledger/time.ts';
import { visible } from '../../src/reports/visible.ts';
import { cleanCell } from '../../src/sources/cells.ts';
import { regexLiterals } from './regex-literals.ts';

/** Judged safe by `recheck` once; one that is not listed here is judged anew in each run, which takes a moment. */
const JUDGED = 'test/security/safe-patterns.txt';

/** Patterns that take time to the square of their text, by file: why that text is short, or nobody's but our own. */
const BOUNDED: Readonly<Record<string, string>> = {
	'ledger/money.ts': 'parseAmount reads 100 characters at most',
	'ledger/time.ts': 'parseTime reads 100 characters at most',
	'sources/sheet-values.ts': 'a number printed with 15 digits',
	'sources/evidence-register.ts': '400 characters are looked at',
	'sources/chat-system.ts': 'a system line of 4,096 characters at most',
	'sources/forensic-heading.ts': 'a heading of 500 characters at most',
	'sources/forensic-record.ts': 'repeats 200 times at most, from the start of the text',
	'sources/appmsg-xml.ts': 'repeats 20 times at most',
	'sources/cmb-debit.ts': 'repeats 30 times at most',
	'sources/payment-institution-firm.ts': 'repeats 30 times at most',
	'sources/wechat-statement-holder.ts': 'repeats 40 times at most',
	'sources/chains/transport/rpc-errors.ts': '1,000 characters of what a node says',
	'sources/chains/transport/address.ts': 'the address of an endpoint in case.yaml',
	'reports/file-name.ts': 'a name cut to 40 characters',
	'reports/document/sections/inferred.ts': 'our own number',
	'reports/document/sections/whole.ts': 'our own number',
	'reports/masking/fields.ts': 'a path of our own schema',
	'run/case-folder.ts': 'a setting of case.yaml',
	'run/copy-case.ts': 'the address of a store, typed or in case.yaml',
	'run/custody/first-difference.ts': 'a stretch of our own report, some hundred bytes',
	'run/deciding/choice-words.ts': '1,000 characters of a cell',
	'run/notices/secret.ts': 'a secret of the case',
	'stores/duckdb/trouble.ts': 'what our own store says',
	'stores/neo4j/file-writer.ts': 'what our own server says',
	'stores/neo4j/named-query.ts': 'a line of our own query',
	'stores/neo4j/trouble.ts': 'what our own server says',
};

/** Files that put patterns together: of fixed words, or of secrets that are escaped. */
const MADE = [
	'payroll/memo.ts',
	'reports/masking/numbers.ts',
	'sources/chains/transport/redact.ts',
	'sources/chains/transport/rpc-errors.ts',
	'sources/chat-blocks.ts',
];

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
	.filter((path) => path.endsWith('.ts'))
	.map((path) => path.replaceAll('\\', '/'))
	.sort();
const texts = new Map(files.map((path) => [path, readFileSync(join('src', path), 'utf8')]));

test('every pattern of the program is linear, or meets short texts only', async (t) => {
	const judged = new Set(readFileSync(JUDGED, 'utf8').split('\n'));
	const unsafe: string[] = [];
	for (const [path, text] of texts) {
		for (const { source, flags, line } of regexLiterals(text)) {
			const literal = `/${source}/${flags}`;
			if (judged.has(literal) || Object.hasOwn(BOUNDED, path)) continue;
			const { status } = await check(source, flags, { timeout: 8000 });
			if (status !== 'safe') unsafe.push(`${path}:${line} ${literal} ${status}`);
			else t.log(`safe, and not yet in ${JUDGED}: ${literal}`);
			judged.add(literal);
		}
	}
	t.deepEqual(unsafe, []);
	t.deepEqual(
		Object.keys(BOUNDED).filter((path) => !texts.has(path)),
		[],
	);
});

test('patterns are put together in few places', (t) => {
	t.deepEqual(
		files.filter((path) => /\bRegExp\(/.test(texts.get(path) ?? '')),
		MADE,
	);
});

test('a cell of a megabyte that was made to be tried over and over is read at once', (t) => {
	const many = 1_000_000;
	const hostile = [
		`a${'\u200b'.repeat(many)}b`,
		`a${' '.repeat(many)}b`,
		`1.${'0'.repeat(many)}1`,
		`2023-03-01${' '.repeat(many)}x`,
		`${'1,'.repeat(many / 2)}x`,
		`${'-'.repeat(many)}x`,
	];
	const before = process.cpuUsage();
	for (const text of hostile) {
		t.is(cleanCell(` ${text} `), cleanCell(text));
		t.false(parseAmount(text, 2).ok);
		t.is(parseTime(text, 480), undefined);
		t.true(visible(text).length >= text.length);
	}
	const { user } = process.cpuUsage(before);
	t.true(user < 5_000_000, `${user / 1e6} s`);
});
