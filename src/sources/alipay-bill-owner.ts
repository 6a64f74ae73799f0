/** Whose bill it is, as the lines above or below its table say. */
import { billAccount } from '../ledger/account.ts';
import type { Side } from '../ledger/record.ts';
import { alipayHandle } from './alipay-party.ts';
import { sideOf } from './alipay-record.ts';
import type { EvidenceFile, Hints } from './contract.ts';
import type { TableRow } from './rows.ts';
import { readTable, type TableOptions } from './tables.ts';

const LOGIN = /^(?:账号|支付宝账户)[:：]\s*\[?([^\][\s]+)/;
const NAME = /^姓名[:：]\s*(\S.*)$/;

/**
 * The owner: the login above the table, else whom the register of evidence names, else the login below the table (the
 * bill of 2021 prints it there), else `bill:…`. A masked login is none.
 *
 * @param above rows before the header
 */
export async function alipayOwner(
	file: EvidenceFile,
	options: TableOptions,
	above: readonly TableRow[],
	hints: Hints,
): Promise<Side> {
	const lines = new OwnerLines();
	for (const row of above) lines.add(row);
	if (lines.account === undefined && hints.owner === undefined) {
		for await (const rows of readTable(file, options)) for (const row of rows) lines.add(row);
	}
	return sideOf(lines.account ?? hints.owner ?? billAccount(file.hash), lines.name);
}

/** What such lines said so far; the first of each kind counts. */
class OwnerLines {
	account: string | undefined;
	name = '';

	add({ cells, fault }: TableRow): void {
		const [text = '', ...others] = cells;
		if (fault || others.some((cell) => cell !== '')) return;
		this.account ??= alipayHandle(LOGIN.exec(text)?.[1] ?? '');
		this.name ||= NAME.exec(text)?.[1] ?? '';
	}
}
