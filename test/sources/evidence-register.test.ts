import test from 'ava';
import type { RegisterEntry } from '../../src/ledger/statement.ts';
import { evidenceRegisterSource } from '../../src/sources/evidence-register.ts';
import { sourceContract } from './contract.ts';
import { faults, readLines } from './written.ts';

sourceContract(test, evidenceRegisterSource, 'datasets/samples/evidence-register');

test('a bare hash is a SHA-256, one of another kind says so, and what is no hash is rejected', async (t) => {
	const [md5, sha1, sha256] = ['ab'.repeat(16), 'ab'.repeat(20), 'ab'.repeat(32)];
	const said = await readLines(
		evidenceRegisterSource,
		'文件,持有人,校验值',
		[sha256, `SHA-256：${sha256}`, md5, `SM3:${sha256}`, `sha1: ${sha1}`, sha1, 'none'].map(
			(hash) => `a.csv,甲,${hash}`,
		),
	);
	t.deepEqual(
		(said.others.register as RegisterEntry[]).map(({ hash }) => hash),
		[sha256, sha256, `md5:${md5}`, `sm3:${sha256}`, `sha1:${sha1}`],
	);
	t.deepEqual(faults(said), ['value 校验值', 'value 校验值']);
});
