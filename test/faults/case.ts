import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DECISIONS_HEADER } from '../../src/sources/decisions-file.ts';
import { writeFiles } from '../run/folders.ts';
import { OTHER_CALLER_CHAT, smallCase } from '../run/small-case.ts';
import { buildZip } from '../sources/zip-builder.ts';
import type { Beginning } from './schedule.ts';

const CHAT = 'evidence/chat.csv';
const BANK = 'evidence/leader-bank.csv';

/** The small case with a file in a ZIP, a row that cannot be read, and a decision that moves a figure. */
function wholeCase(): Map<string, string | Uint8Array> {
	const files = new Map<string, string | Uint8Array>(smallCase());
	const bank = Buffer.from(String(files.get(BANK)));
	files.delete(BANK);
	files.set('evidence/returned.zip', buildZip([{ name: 'leader-bank.csv', content: bank }]));
	files.set('evidence/坏行.csv', '日期,组别,话务员,引流人数,填报人\n二月三十,第1组,某人,多,某人\n');
	files.set('decisions.csv', `${DECISIONS_HEADER}\n${OTHER_CALLER_CHAT},撤回,,李检,核对笔录,2024-01-01,\n`);
	return files;
}

/** Case folders as disturbed runs find them; a run of each gives the same findings. */
export class Cases {
	readonly #root: string;

	constructor(root: string) {
		this.#root = root;
	}

	/** @param run runs a case that nothing disturbs */
	async prepare(beginnings: readonly Beginning[], run: (folder: string) => Promise<unknown>): Promise<void> {
		const files = wholeCase();
		for (const beginning of beginnings) {
			const folder = this.#of(beginning);
			await mkdir(folder, { recursive: true });
			await writeFiles(folder, files);
			const [chat, settings] = [join(folder, CHAT), join(folder, 'case.yaml')];
			if (beginning === 'new') continue;
			if (beginning === 'grown') await rm(chat);
			if (beginning === 'changed')
				await writeFile(settings, String(files.get('case.yaml')).replace(', memo: 附言', ''));
			await run(folder);
			if (beginning === 'grown') await writeFiles(folder, [[CHAT, files.get(CHAT) ?? '']]);
			if (beginning === 'changed') await writeFiles(folder, [['case.yaml', files.get('case.yaml') ?? '']]);
		}
	}

	async copy(beginning: Beginning, to: string): Promise<void> {
		await rm(to, { recursive: true, force: true });
		await cp(this.#of(beginning), to, { recursive: true, verbatimSymlinks: true });
	}

	#of(beginning: Beginning): string {
		return join(this.#root, `beginning-${beginning}`);
	}
}
