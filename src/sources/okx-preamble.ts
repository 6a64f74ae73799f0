/** The line that OKX writes above the header: `UID:…,Account Type:Main,Time Zone:UTC+8`, in whole, in part, or not at all. */
import type { AccountId } from '../ledger/account.ts';
import { zoneIn } from './binance-time.ts';
import { ownerOf } from './coin-exchange.ts';
import type { EvidenceFile, Hints, Sample } from './contract.ts';
import type { FoundTable } from './table-rows.ts';

export interface OkxFile {
	readonly owner: AccountId;
	readonly offsetMinutes: number;
}

/** Whose file it is and in which zone its times are: as the file says, else as the case does. */
export function okxFile<F extends string>(
	sample: Sample,
	{ sheet, header }: FoundTable<F>,
	file: EvidenceFile,
	hints: Hints,
): OkxFile {
	const rows = sample.sheets.find(({ name }) => name === sheet)?.rows.slice(0, header.index) ?? [];
	const cells = rows.flat();
	const uid = cells.map((cell) => /^UID[:：]\s?(\d{3,24})$/i.exec(cell)?.[1]).find((text) => text !== undefined);
	const zone = cells.find((cell) => /^Time ?Zone[:：]/i.test(cell));
	return {
		owner: uid === undefined ? ownerOf('okx', file, hints) : `okx:${uid}`,
		offsetMinutes: (zone === undefined ? undefined : zoneIn(zone)) ?? hints.offsetMinutes,
	};
}
