import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { Problem } from '../../src/ledger/problem.ts';
import { MEASURES } from '../../src/proceeds/yardsticks/measures.ts';
import { loadRules } from '../../src/run/law.ts';

test('the records that ship are whole: dated, with number, article, text and source, and none claims to be verified', async (t) => {
	const { rules, asOf } = await loadRules(join(tmpdir(), 'no such case'));
	t.true(rules.length > 40);
	t.regex(asOf, /^\d{4}-\d{2}-\d{2}$/);
	t.deepEqual(
		rules.map(({ id }) => id),
		[...new Set(rules.map(({ id }) => id))],
	);
	for (const rule of rules) {
		for (const part of [rule.title, rule.number, rule.article, rule.text, rule.english, rule.source]) t.not(part, '');
		t.false(rule.verified, rule.id);
		t.true(rule.until === undefined || rule.until > rule.from, rule.id);
		// A threshold in the text of the record, as a person reads it.
		t.true(rule.conditions.every(({ least }) => least > 0n));
	}
});

/** By hand from the texts: fen for money, a count for others. */
const THRESHOLDS: Readonly<Record<string, readonly bigint[]>> = {
	'fraud-2011-loss-large-lowest': [300_000n],
	'fraud-2011-loss-large-highest': [1_000_000n],
	'fraud-2011-loss-huge-lowest': [3_000_000n],
	'fraud-2011-loss-huge-highest': [10_000_000n],
	'telecom-2016-loss-large': [300_000n],
	'telecom-2016-loss-huge': [3_000_000n],
	'telecom-2016-loss-especially-huge': [50_000_000n],
	'telecom-2016-messages': [5000n],
	'telecom-2016-calls': [500n],
	'telecom-2016-calls-tenfold': [5000n],
	'telecom-2021-accounts': [5n],
	'telecom-2021-phone-cards': [20n],
	'network-2019-groups': [5n],
	'network-2019-group-members': [1000n],
	'network-2019-gain': [1_000_000n],
	'aid-2019-settlement': [20_000_000n],
	'aid-2019-settlement-fivefold': [100_000_000n],
	'aid-2019-advertising-fivefold': [25_000_000n],
	'aid-2019-gain-fivefold': [5_000_000n],
	'aid-2025-own-accounts': [3n, 30_000_000n],
	'aid-2025-others-accounts': [30_000_000n],
	'concealment-2015-serious': [10_000_000n],
	'concealment-2025-serious': [50_000_000n],
	'concealment-2025-serious-mining': [500_000_000n],
	'laundering-2024-serious': [500_000_000n],
};

test('thresholds are those of the texts, to the fen', async (t) => {
	const { rules } = await loadRules(join(tmpdir(), 'no such case'));
	const byId = new Map(rules.map((rule) => [rule.id, rule.conditions.map(({ least }) => least)]));
	for (const [id, least] of Object.entries(THRESHOLDS)) t.deepEqual(byId.get(id), [...least], id);
	t.deepEqual(
		rules.filter(({ conditions }) => conditions.some(({ measures }) => measures.some((m) => !(m in MEASURES)))),
		[],
	);
});

const OWN = `title: 某省关于诈骗数额标准的规定（虚构）
number: 虚构〔2014〕1号
from: "2014-01-01"
verified: true
source: 虚构
as_of: "2026-01-02"
rules:
  - id: fraud-2011-loss-large
    yardstick: fraud-loss-large
    subject: fraud
    article: 第一条
    text: 六千元以上
    english: 6,000 yuan or more
    needs:
      - { measures: [loss-own], at_least_yuan: "6000" }
`;

test.serial('a case replaces a rule by its id, adds others, and hears of what is wrong with its line', async (t) => {
	const root = await mkdtemp(join(tmpdir(), 'liuxiang-law-'));
	try {
		await mkdir(join(root, 'law'));
		const path = join(root, 'law', '本省.yaml');
		await writeFile(path, OWN);
		const { rules, asOf } = await loadRules(root);
		const large = rules.filter(({ id }) => id.startsWith('fraud-2011-loss-large'));
		t.deepEqual(
			large.map(({ id, verified, conditions }) => [id, verified, conditions[0]?.least]),
			[['fraud-2011-loss-large', true, 600_000n]],
		);
		t.is(asOf, '2026-01-02');

		await writeFile(path, OWN.replace('id: fraud-2011-loss-large', 'id: fraud-2011-loss-large-lowest'));
		const ends = (await loadRules(root)).rules.filter(({ id }) => id.startsWith('fraud-2011-loss-large'));
		t.deepEqual(
			ends.map(({ id, conditions }) => [id, conditions[0]?.least]).sort(),
			[
				['fraud-2011-loss-large-highest', 1_000_000n],
				['fraud-2011-loss-large-lowest', 600_000n],
			],
			'one end of a span by the id that the schedules print',
		);

		await writeFile(path, OWN.replace('at_least_yuan: "6000"', 'at_least: 6000'));
		const wrong = await t.throwsAsync(() => loadRules(root), { instanceOf: Problem });
		t.is(wrong?.code, 'case.field');
		t.is(wrong?.facts.line, 15);

		await writeFile(path, OWN.replace('verified: true', 'until: "2013-12-31"\nverified: true'));
		await t.throwsAsync(() => loadRules(root), { instanceOf: Problem, code: 'case.field' });

		await writeFile(path, OWN);
		await writeFile(join(root, 'law', 'twice.YML'), await readFile(path));
		const twice = await t.throwsAsync(() => loadRules(root), { instanceOf: Problem });
		t.is(twice?.code, 'law.twice');
	} finally {
		await rm(root, { recursive: true, force: true });
	}
});
