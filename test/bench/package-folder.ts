import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeDemo } from '../../datasets/demo/generate.ts';
import { writeTenpayFile } from './tenpay-file.ts';

/** Leaders, inspectors and callers of the demo seven times over, with its three core members: 507 people. */
const SCALE = 7;
/** Rows of a stranger's return beside it, so that the case has about 100,000 transfers. */
const STRANGER_ROWS = 55_000;
const PROVINCES =
	'安徽 福建 甘肃 广东 广西 贵州 海南 河北 河南 黑龙江 湖北 湖南 吉林 江苏 江西 辽宁 青海 山东 山西 陕西 四川 云南 浙江 重庆'.split(
		' ',
	);

/** A case of the size of a large one: about 500 people in 24 provinces, three core members, about 100,000 transfers. */
export async function writePackageFolder(folder: string): Promise<void> {
	const { files } = await makeDemo({ seed: 1, scale: SCALE });
	for (const [path, bytes] of files) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), bytes);
	}
	const people = join(folder, 'people.csv');
	let row = 0;
	const spread = (await readFile(people, 'utf8')).replaceAll('东海省临江市（虚构）', () => {
		row += 1;
		return `${PROVINCES[row % PROVINCES.length]}`;
	});
	await writeFile(people, spread);
	const stranger = join(folder, 'evidence', 'stranger');
	await mkdir(stranger, { recursive: true });
	await writeTenpayFile(join(stranger, 'TenpayTrades.txt'), STRANGER_ROWS, 1);
}
