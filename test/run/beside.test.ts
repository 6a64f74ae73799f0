import test from 'ava';
import type { Findings } from '../../src/findings/schema.ts';
import { openView } from '../../src/run/questions/case-view.ts';
import { readLeadDays } from '../../src/run/questions/last-tables.ts';
import { answerPerson } from '../../src/run/questions/person.ts';
import { besideCase } from './beside-case.ts';
import { run, sharedFolder, writeFiles } from './folders.ts';
import { smallCase } from './small-case.ts';

const root = await sharedFolder(test);
let findings: Findings;
let plain: Findings;

test.before(async () => {
	await writeFiles(`${root}/beside`, besideCase());
	findings = (await run(`${root}/beside`)).findings;
	await writeFiles(`${root}/plain`, smallCase());
	plain = (await run(`${root}/plain`)).findings;
});

const person = (name: string) => findings.people.find((p) => p.name === name);

test('every file is read whole', (t) => {
	t.deepEqual(findings.incomplete, []);
	t.is(findings.evidence.rows.rejected, 0);
});

test('calls belong to who sat at the seat then, and count once though two lists tell of them', (t) => {
	t.like(person('演示丙')?.work?.calls, { attempted: 3, answered: 2, long: 1, numbers: 2, repeated: 1, seconds: 60 });
	t.like(person('演示丁')?.work?.calls, { attempted: 2, answered: 2, long: 1, numbers: 2, repeated: 0 });
});

test('hours and checks stand beside them; a day short of full is counted', (t) => {
	t.deepEqual(person('演示丙')?.work?.days, { worked: 1, minutes: 540, short: 0 });
	t.deepEqual(person('演示丁')?.work?.days, { worked: 1, minutes: 450, short: 1 });
	t.is(person('演示丙')?.work?.checked, 1);
	t.is(person('演示乙')?.work?.checksMade, 1);
});

test('of those who came in only strangers in a lead group are leads, each once, for who brought them', (t) => {
	t.deepEqual(
		findings.groups.map(({ group, purpose, joins }) => [group, purpose, joins]),
		[
			['90001@chatroom', 'lead', { lead: 5, rejoin: 1, staff: 1 }],
			['90002@chatroom', 'work', { 'not-a-lead-group': 1 }],
			['90003@chatroom', 'unknown', { 'unknown-group': 1 }],
		],
	);
	t.deepEqual([person('演示丙')?.leads.joined, person('演示丁')?.leads.joined], [3, 2]);
});

test('what people said is tied to them where one of that name is known, and a dispute is one', (t) => {
	t.deepEqual(
		findings.testimony.map((s) => [s.person, s.party !== '', s.amount, s.disputes]),
		[
			['演示丙', true, '20000', false],
			['演示丁', true, '6000', true],
			['路人', false, undefined, false],
		],
	);
});

test('a measure finds its person by the account too', (t) => {
	t.deepEqual(
		findings.measures.map((m) => [m.kind, m.party, m.amount]),
		[
			['freeze', person('演示乙')?.id, '200000'],
			['surrender', person('演示丙')?.id, '30000'],
		],
	);
});

test('losses are summed by group', (t) => {
	t.deepEqual(findings.victims, [{ group: '90001@chatroom', count: 2, loss: '1500050' }]);
});

test('none of it moves a figure', (t) => {
	const figures = (of: Findings) => of.people.map(({ name, figures: f }) => [name, f]);
	t.deepEqual(figures(findings), figures(plain));
	t.deepEqual(findings.reconciliation, plain.reconciliation);
});

test('a person is answered with all that stands beside the figures', async (t) => {
	const view = await openView(`${root}/beside`, {});
	const answer = await answerPerson(view, '演示丙', (id) => readLeadDays(`${root}/beside`, id));
	await view.close();
	t.deepEqual([answer.testimony.length, answer.measures.length, answer.person.work?.calls.attempted], [1, 1, 3]);
	t.is(
		answer.leadDays.reduce((sum, { attempted = 0 }) => sum + attempted, 0),
		3,
	);
});
