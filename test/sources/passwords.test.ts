import { inspect } from 'node:util';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import test from 'ava';
import type { EvidenceFile } from '../../src/sources/contract.ts';
import { Passwords } from '../../src/sources/passwords.ts';
import { contentOf } from './files.ts';
import { codes, folder, look } from './folder.ts';

const ROWS = '交易时间,金额\n2023-03-01 10:00:00,12.50\n';

interface Lock {
	readonly password: string;
	readonly zipCrypto?: boolean;
	readonly encryptionStrength?: 1 | 2 | 3;
}

/** A ZIP whose members are under these locks, in turn. */
async function lockedZip(...locks: readonly Lock[]): Promise<Uint8Array> {
	const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
	for (const [index, lock] of locks.entries()) {
		await writer.add(`${index}.csv`, new Uint8ArrayReader(Buffer.from(ROWS)), { ...lock });
	}
	return await writer.close();
}

const AES = { password: '004217', encryptionStrength: 3 } as const;
const OLD = { password: '900318', zipCrypto: true } as const;

test('a password opens a ZIP, whether it is locked with AES or with ZipCrypto, and each member may have its own', async (t) => {
	const root = await folder(t, { 'a.zip': await lockedZip(AES, OLD, AES, { ...AES, encryptionStrength: 1 }) });
	const { files, refusals } = await look(
		root,
		new Passwords(`\ufeffwrong\r\n\r\n${OLD.password}\r\n ${AES.password} `),
	);
	t.deepEqual(refusals, []);
	t.deepEqual(
		files.map(({ path, size, hash }) => [path, size, hash === files[0]?.hash]),
		[0, 1, 2, 3].map((n) => [`a.zip!/${n}.csv`, Buffer.byteLength(ROWS), true]),
	);
	for (const file of [...files, ...files]) t.is(String(await contentOf(file as EvidenceFile)), ROWS);
});

test('without a password, or with wrong ones, each locked member is named, and how many passwords were tried', async (t) => {
	const root = await folder(t, { 'a.zip': await lockedZip(AES, OLD) });
	const none = await look(root);
	t.deepEqual(codes(none.refusals), [
		['a.zip!/0.csv', 'refused', 'evidence.zip-password'],
		['a.zip!/1.csv', 'refused', 'evidence.zip-password'],
	]);
	t.is(none.refusals[0]?.problem.facts.tried, 0);
	// Of 400 wrong passwords some pass ZipCrypto's one check byte: none may open the member.
	const wrong = Array.from({ length: 400 }, (_, n) => `wrong${n}`);
	const { files, refusals } = await look(root, new Passwords(wrong.join('\n')));
	t.deepEqual(files, []);
	t.deepEqual(
		refusals.map(({ problem }) => [problem.code, problem.facts.tried]),
		[
			['evidence.zip-password', 400],
			['evidence.zip-password', 400],
		],
	);
	t.false(inspect(refusals, { depth: 9 }).includes('wrong'));
});

test('a password may be given for one archive by name: it is tried there first, and on no other', (t) => {
	const passwords = new Passwords('any\n甲.zip\tmine\nx/b.zip\tother \n\tplain\n');
	t.deepEqual(passwords.for('甲.zip'), ['mine', 'any', 'plain']);
	t.deepEqual(passwords.for('c/甲.zip'), ['mine', 'any', 'plain']);
	t.deepEqual(passwords.for('outer.zip!/x/b.zip'), ['other', 'any', 'plain']);
	t.deepEqual(passwords.for('b.zip'), ['any', 'plain']);
});

test('a ZIP in a locked ZIP is opened with its own password', async (t) => {
	const inner = await lockedZip(OLD);
	const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
	await writer.add('inner.zip', new Uint8ArrayReader(inner), { ...AES });
	const root = await folder(t, { 'a.zip': await writer.close() });
	const { order, refusals } = await look(root, new Passwords(`a.zip\t${AES.password}\ninner.zip\t${OLD.password}`));
	t.deepEqual([order, refusals], [['a.zip!/inner.zip!/0.csv'], []]);
});

test('nothing that prints passwords shows one', (t) => {
	const passwords = new Passwords('s3cret');
	const shown = [
		`${passwords}`,
		JSON.stringify({ passwords }),
		inspect(passwords),
		inspect({ passwords }, { showHidden: true }),
	];
	for (const text of shown) {
		t.true(text.includes('<redacted>'), text);
		t.false(text.includes('s3cret'), text);
	}
});
