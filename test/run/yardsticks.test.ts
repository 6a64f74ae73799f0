import ava from 'ava';
import type { Findings } from '../../src/findings/schema.ts';
import { runCase } from '../../src/run/run-case.ts';
import { sharedFolder, writeFiles } from './folders.ts';
import { smallCase } from './small-case.ts';

const root = await sharedFolder(ava);

const rule = (id: string, measure: string, yuan: string, more = '') => `  - id: ${id}
    yardstick: ${id}
    subject: aid
    article: 第一条
    text: 虚构
    english: Invented
${more}    needs:
      - { measures: [${measure}], at_least_yuan: "${yuan}" }
`;

const LAW = `title: 试案标准（虚构）
number: 虚构〔2020〕1号
from: "2020-01-01"
verified: false
source: 虚构
as_of: "2026-01-01"
rules:
${rule('day-wage', 'received', '200')}${rule('day-wage-and-fen', 'received', '200.01')}${rule('handed-on', 'passed-on', '3000')}${rule('sold', 'converted', '14000')}${rule('sold-and-fen', 'converted', '14000.01')}${rule('own-lead-loss', 'loss-own', '1')}${rule('later', 'received', '1', '    from: "2024-06-01"\n')}`;

async function yardsticks(judgmentDay: string): Promise<Findings> {
	const files = smallCase();
	files.set('case.yaml', `${files.get('case.yaml')}judgment_day: ${judgmentDay}\n`);
	files.set('law/标准.yaml', LAW);
	await writeFiles(root, files);
	const { findings } = await runCase(root, { program: 'liuxiang test', dryRun: true, onProgress: () => {} });
	return findings;
}

const OWN = /^(day|handed|sold|own|later)/;

function answers({ people, yardsticks: { people: rows } }: Findings, name: string): Record<string, string> {
	const id = people.find((person) => person.name === name)?.id;
	const row = rows.find(({ person }) => person === id);
	const own = (row?.answers ?? []).filter((answer) => OWN.test(answer.rule));
	return Object.fromEntries(own.map(({ rule: told, reached, inForce }) => [told, `${reached} ${inForce}`]));
}

ava.serial('the small case against thresholds that its figures just reach and just miss', async (t) => {
	const findings = await yardsticks('2024-05-31');
	// 丁 had 200 yuan from the leader: no note, no report, so that by relation alone it is not certain to be pay.
	t.deepEqual(answers(findings, '演示丁'), {
		'day-wage': 'inferred both',
		'day-wage-and-fen': 'open both',
		'handed-on': 'no both',
		sold: 'open both',
		'sold-and-fen': 'open both',
	});
	// 甲's coins became 14,000 yuan by inference only. That 3,000 went to the leader both banks show; what for, nobody.
	const core = answers(findings, '演示甲');
	t.is(core.sold, 'inferred both');
	t.is(core['sold-and-fen'], 'open both');
	t.is(core['handed-on'], 'inferred both');
	// No victims' file: no loss, and the rule is not answered by payments; one list says so for everybody.
	t.true(findings.yardsticks.lacks.includes('loss-own'));
	t.true(findings.yardsticks.rules.some(({ id }) => id === 'own-lead-loss'));
	t.is(findings.yardsticks.asOf, '2026-01-01');
	t.is(findings.parameters.judgment_day, '2024-05-31');
	t.false(findings.yardsticks.rules.some(({ id }) => id === 'concealment-2025-serious'));
});

ava.serial('a rule that came into force between the acts and the judgment is read, and told apart', async (t) => {
	const findings = await yardsticks('2025-12-31');
	t.is(answers(findings, '演示丁').later, 'inferred judgment');
	const concealment = findings.yardsticks.people[0]?.answers.filter(({ rule: told }) =>
		told.startsWith('concealment-20'),
	);
	t.deepEqual([...new Set(concealment?.map(({ rule: told, inForce }) => `${told.slice(12, 16)} ${inForce}`))].sort(), [
		'2015 act',
		'2025 judgment',
	]);
});
