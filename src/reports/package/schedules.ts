import { balanceSheet } from '../ledgers/balance-sheet.ts';
import { chainReceiptLedger } from '../ledgers/chain-receipts.ts';
import { eachPerson } from '../ledgers/each-person.ts';
import type { Schedule } from '../ledgers/ledger.ts';
import { payDayLedger } from '../ledgers/pay-days.ts';
import { personRows } from '../ledgers/person-rows.ts';
import { SCHEDULES } from '../list.ts';
import { wordsOf } from '../words.ts';
import type { PackageInput, PackagePart } from './part.ts';

const AFTER: ReadonlyMap<Schedule, readonly Schedule<PackageInput>[]> = new Map([
	[eachPerson, [personRows]],
	[chainReceiptLedger, [balanceSheet, payDayLedger]],
]);

/** The schedules of a run, and those that a package alone has the rows for. */
export const PACKAGE_SCHEDULES: readonly Schedule<PackageInput>[] = SCHEDULES.flatMap((schedule) => [
	schedule,
	...(AFTER.get(schedule) ?? []),
]);

/** Every schedule (附表) as CSV. */
export const schedules: PackagePart = {
	id: 'schedules',
	*files(input) {
		const { folders } = wordsOf(input.findings.case.language);
		for (const schedule of PACKAGE_SCHEDULES) {
			yield { path: `${folders.schedules}/${schedule.file(input.findings)}`, content: () => schedule.draw(input) };
		}
	},
};
