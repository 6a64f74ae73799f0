import test from 'ava';
import { memoryFile } from '../../src/sources/evidence-file.ts';
import { peopleTableSource } from '../../src/sources/people-table.ts';
import { HINTS, sourceContract } from './contract.ts';
import { gather } from './gathered.ts';
import { faults, readLines } from './written.ts';

sourceContract(test, peopleTableSource, 'datasets/samples/people-table');

test('the last day of a spell belongs to it, in the zone of the case', async (t) => {
	const { others } = await readLines(peopleTableSource, '姓名,角色,参与起,参与止', [
		'演示甲,核心,2023-03-01,2023-03-01',
	]);
	t.like(others.spells?.[0], {
		from: Date.parse('2023-03-01T00:00:00+08:00'),
		until: Date.parse('2023-03-02T00:00:00+08:00') - 1,
	});
});

test('a role that is a word of the language itself is no role', async (t) => {
	const said = await readLines(peopleTableSource, '姓名,角色', ['演示甲,constructor', '演示乙,__proto__', '演示丙,']);
	t.deepEqual(faults(said), ['role 角色', 'role 角色', 'missing 角色']);
});

test('a column called __proto__ is a column nobody asked for', async (t) => {
	const { read, others } = await readLines(peopleTableSource, '__proto__,姓名,角色', ['x,演示甲,核心']);
	t.is(read, 1);
	t.like(others.spells?.[0], { person: '演示甲', role: 'core' });
});

test('a table that a Chinese spreadsheet saved in GB18030 says the same', async (t) => {
	// 姓名,角色,组别 / 演示甲,话务,一组
	const bytes = Buffer.from('d0d5c3fb2cbdc7c9ab2cd7e9b1f00ad1ddcabebcd72cbbb0cef12cd2bbd7e90a', 'hex');
	const { others } = await gather(peopleTableSource.read(memoryFile('people.csv', bytes), HINTS));
	t.like(others.spells?.[0], { person: '演示甲', role: 'caller', group: '一组' });
});
