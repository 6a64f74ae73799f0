import { join } from 'node:path';
import type { Decision } from '../ledger/decision.ts';
import { Problem } from '../ledger/problem.ts';
import type { CommissionRule, Kind, WageRule } from '../payroll/types.ts';
import { readCaseWorkbook } from '../sources/case-workbook.ts';
import type { Reject } from '../sources/contract.ts';
import { readDecisions } from '../sources/decisions-file.ts';
import { diskFile } from '../sources/evidence-file.ts';
import { isPresent } from '../sources/present.ts';
import type { CaseFolder } from './case-folder.ts';
import { loadRules } from './law.ts';
import { type Settings, settingsOf } from './settings.ts';

/**
 * The settings of a case: `case.yaml`, records of law, and what the workbook's sheets 起点 and 计酬规则 add to it. A rule that cannot be
 * read is an error, not a reject: a missing pay rule would move figures in silence.
 *
 * @throws Problem case.cell naming the cell
 */
export async function loadSettings(folder: CaseFolder): Promise<Settings> {
	const settings = settingsOf(folder.file, await loadRules(folder.root));
	const path = join(folder.root, 'case.xlsx');
	if (!isPresent(path)) return settings;
	const hints = { offsetMinutes: settings.offsetMinutes, mappings: settings.mappings, assets: settings.assets };
	const book = await readCaseWorkbook(await diskFile(path, 'case.xlsx'), hints);
	refuse(book.rejected, path);
	const wages = book.wages.map(({ kind: _kind, ...rule }): WageRule => rule);
	const commissions = book.commissions.map(({ kind: _kind, ...rule }): CommissionRule => rule);
	const accounts = book.starts.flatMap((start) => ('account' in start ? [start.account] : []));
	const transfers = book.starts.flatMap((start) => ('transfer' in start ? [start.transfer] : []));
	return {
		...settings,
		pay: {
			...settings.pay,
			wages: [...settings.pay.wages, ...wages],
			commissions: [...settings.pay.commissions, ...commissions],
		},
		seeds: {
			...settings.seeds,
			accounts: [...settings.seeds.accounts, ...accounts],
			transfers: [...settings.seeds.transfers, ...transfers],
		},
		parameters: {
			...settings.parameters,
			...listed('workbook.wages', wages),
			...listed('workbook.commissions', commissions),
			...listed('workbook.seeds', [...accounts, ...transfers]),
		},
	};
}

/**
 * The lines of decisions.csv; none where the file is absent. A line that cannot be read is an error: it may matter.
 *
 * @throws Problem case.cell naming the cell
 */
export async function loadDecisions(folder: Pick<CaseFolder, 'root'>): Promise<readonly Decision[]> {
	const path = join(folder.root, 'decisions.csv');
	if (!isPresent(path)) return [];
	const { decisions, rejected } = await readDecisions(await diskFile(path, 'decisions.csv'));
	refuse(rejected, path);
	const odd = decisions.find(({ act, value }) => act === 'kind' && !Object.hasOwn(KINDS, value));
	if (odd)
		throw new Problem('config', 'case.cell', {
			file: path,
			cell: '值',
			row: odd.line,
			value: odd.value,
			reason: 'value',
		});
	return decisions;
}

/** What 值 may say of a transfer: as a record, so that the compiler misses none. */
const KINDS: Readonly<Record<Kind, true>> = {
	seed: true,
	'cash-out': true,
	wage: true,
	commission: true,
	'wage-and-commission': true,
	bonus: true,
	funding: true,
	'return-by-payee': true,
	refund: true,
	loan: true,
	repayment: true,
	'between-peers': true,
	family: true,
	'operating-cost': true,
	private: true,
	'own-move': true,
	disputed: true,
	open: true,
};

function refuse(rejected: readonly Reject[], file: string): void {
	const [first] = rejected;
	if (!first) return;
	const { column, value, row, reason } = first;
	throw new Problem('config', 'case.cell', { file, cell: column, row, value, reason });
}

function listed(name: string, items: readonly unknown[]): Record<string, string> {
	if (items.length === 0) return {};
	const text = JSON.stringify(items, (_, value) => (typeof value === 'bigint' ? value.toString() : value));
	return { [name]: text };
}
