import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { Problem } from '../../src/ledger/problem.ts';
import { checkCase, openCase } from '../../src/run/case-folder.ts';
import { loadPasswords } from '../../src/run/load-passwords.ts';
import { settingsOf } from '../../src/run/settings.ts';
import type { Environment } from '../../src/run/store-place.ts';
import { scratchFolder } from '../stores/scratch.ts';

async function passwordsOf(t: ExecutionContext, lines: string, env: Environment = {}): Promise<readonly string[]> {
	const folder = await scratchFolder(t);
	await mkdir(join(folder, 'evidence'));
	await writeFile(join(folder, 'pw.txt'), '\u{FEFF}004217\r\na.zip\t900318\r\n');
	await writeFile(join(folder, 'evidence', 'pw.txt'), '004217\n');
	await writeFile(join(folder, 'case.yaml'), `version: 1\nname: x\n${lines}\n`);
	return (await loadPasswords(await openCase(folder), env)).for('a.zip');
}

test('passwords come from the file or the variable that the case names, or there are none', async (t) => {
	t.deepEqual(await passwordsOf(t, ''), []);
	t.deepEqual(await passwordsOf(t, 'passwords_file: pw.txt'), ['900318', '004217']);
	t.deepEqual(await passwordsOf(t, 'passwords_env: PW', { PW: 'a\nb' }), ['a', 'b']);
});

const refused: Readonly<Record<string, readonly [code: string, fact: string]>> = {
	'passwords_file: nowhere.txt': ['case.passwords-file', 'nowhere.txt'],
	'passwords_file: evidence/pw.txt': ['case.passwords-in-evidence', 'evidence/pw.txt'],
	'passwords_env: NOT_SET': ['case.passwords-env', 'NOT_SET'],
	'passwords: [a]': ['case.field', 'passwords'],
};
for (const [lines, [code, fact]] of Object.entries(refused)) {
	test(`${lines} is refused: ${code}`, async (t) => {
		const problem = await t.throwsAsync(passwordsOf(t, lines), { instanceOf: Problem });
		t.is(problem?.code, code);
		t.true(Object.values(problem?.facts ?? {}).includes(fact));
	});
}

test('where passwords are kept moves no parameter of the findings', (t) => {
	const parameters = (lines: string) =>
		settingsOf(checkCase(`version: 1\nname: x\n${lines}\n`, 'case.yaml')).parameters;
	t.deepEqual(parameters('passwords_file: a\npasswords_env: B'), parameters(''));
});
