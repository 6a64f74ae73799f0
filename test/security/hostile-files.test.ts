/** Small files that took a reader minutes or gigabytes: each must be refused, or its rows rejected, within seconds. */
import test from 'ava';
import { Problem } from '../../src/ledger/problem.ts';
import { recognise } from '../../src/run/recognise.ts';
import type { EvidenceFile, RejectReason } from '../../src/sources/contract.ts';
import { memoryFile } from '../../src/sources/evidence-file.ts';
import { SOURCES } from '../../src/sources/list.ts';
import { readTable } from '../../src/sources/tables.ts';
import { HINTS } from '../sources/contract.ts';
import { xlsx } from '../sources/xlsx-builder.ts';
import { buildZip } from '../sources/zip-builder.ts';

/** Of the processor, not of the clock: the machine may do other things as well. */
const SECONDS_MAX = 10;

const PACK = 'title: &t x\ncreator: y\nsource: z\ntags:\n';
const CHAT = 'localId,TalkerId,Type,SubType,IsSender,CreateTime,Status,StrContent,StrTime,Remark,NickName,Sender\n';
const BILL = '交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注\n';
const HEADING = '<h1>样/微信/甲(wxid_a)/流水记录/乙（wxid_b）(1)</h1>';
const deep = (name: string) => `<${name}>`.repeat(250_000);
const cell = '<c t="s"><v>0</v></c>';

type Outcome = string | Readonly<Partial<Record<RejectReason | 'skipped', number>>>;

const attacks: readonly (readonly [what: string, file: EvidenceFile, outcome: Outcome])[] = [
	['elements in elements, in a page', text(HEADING + deep('b')), 'evidence.too-deep'],
	['drawings in drawings, in a page', text(HEADING + deep('svg')), 'evidence.too-deep'],
	[
		'elements in elements, in a payment message',
		text(`<msg><appmsg><type>2000</type>${'<b>'.repeat(80_000)}</msg>`),
		{ value: 1 },
	],
	[
		'elements in elements, in a line of a chat',
		text(`${CHAT}1,1,10000,0,0,1678000000,,${'<b>'.repeat(80_000)},2023-03-05 10:00:00,,,\n`),
		{ skipped: 2 },
	],
	['a tag named ten thousand times', text(`${PACK}- &a {address: x}\n${'- *a\n'.repeat(10_000)}`), { skipped: 10_002 }],
	['texts named ten thousand times', text(`${PACK}${'- {address: *t}\n'.repeat(10_000)}`), { skipped: 10_001 }],
	[
		'a tag of twenty thousand keys',
		text(`${PACK}- {${Array.from({ length: 20_000 }, (_, i) => `k${i}: v`).join(', ')}}\n`),
		{ missing: 1, skipped: 1 },
	],
	['quotes that never close', text(BILL + '"a""b,c\n'.repeat(15_000)), { columns: 15_000, skipped: 1 }],
	[
		'a text of a megabyte in every cell',
		xlsx({
			sheets: { a: `<row>${cell.repeat(400)}</row>`.repeat(50) },
			strings: `<si><t>${'x'.repeat(1_000_000)}</t></si>`,
		}),
		'evidence.workbook-damaged',
	],
	['a sheet of another program that repeats rows by a number', repeatedRows(), 'evidence.workbook-damaged'],
];

for (const [what, file, outcome] of attacks) {
	test.serial(`${what}: told, within seconds`, async (t) => {
		const before = process.cpuUsage();
		const seen = await fateOf(file);
		const { user, system } = process.cpuUsage(before);
		t.deepEqual(seen, outcome);
		t.true((user + system) / 1e6 < SECONDS_MAX, `${(user + system) / 1e6} s`);
	});
}

test.serial('rows of nothing but commas, or of a megabyte, never wait together', async (t) => {
	for (const [line, lines] of [
		[','.repeat(200_000), 80],
		['x'.repeat(900_000), 100],
	] as const) {
		for (const delimiter of [',', '\t'] as const) {
			const file = text(`${line.replaceAll(',', delimiter)}\n`.repeat(lines));
			let seen = 0;
			for await (const rows of readTable(file, { delimiter })) {
				const weight = rows.reduce((sum, { raw, cells }) => sum + raw.length + cells.length * 8, 0);
				t.true(weight < 80 << 20, `${weight}`);
				seen += rows.length;
			}
			t.is(seen, lines);
		}
	}
});

function text(content: string): EvidenceFile {
	return memoryFile('a', Buffer.from(content));
}

function repeatedRows(): EvidenceFile {
	const table =
		'<table:table table:name="a"><table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="1000"/></table:table-row></table:table>';
	const part = (name: string, content: string) => ({ name, content: Buffer.from(content) });
	return memoryFile(
		'a.xlsx',
		buildZip([
			part('[Content_Types].xml', '<Types/>'),
			part('META-INF/manifest.xml', '<manifest:manifest/>'),
			part(
				'content.xml',
				`<office:document-content><office:body><office:spreadsheet>${table}</office:spreadsheet></office:body></office:document-content>`,
			),
		]),
	);
}

/** The code of the problem that the file is refused with, or the fates of its rows that were not read. */
async function fateOf(file: EvidenceFile): Promise<Outcome> {
	const fates: Partial<Record<RejectReason | 'skipped', number>> = {};
	const count = (fate: RejectReason | 'skipped', rows = 1) => {
		fates[fate] = (fates[fate] ?? 0) + rows;
	};
	try {
		const { known, problem } = await recognise(file, HINTS, SOURCES);
		if (!known) return problem?.code ?? 'unknown';
		for await (const batch of known.source.read(file, HINTS)) {
			for (const { reason } of batch.rejected) count(reason);
			for (const rows of Object.values(batch.skipped)) count('skipped', rows);
		}
		return fates;
	} catch (error) {
		if (error instanceof Problem) return error.code;
		throw error;
	}
}
