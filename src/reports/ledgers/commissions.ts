import type { Findings } from '../../findings/schema.ts';
import { formatAmount } from '../../ledger/money.ts';
import { text, time, whole, yuan } from '../cell.ts';
import { say, word } from '../words.ts';
import { type Desk, type Ledger, ledgerReport } from './ledger.ts';

type Payout = Findings['payouts'][number];

/**
 * 附表8: each commission, and each payout that may hold one. Only documented ones are counted; the parts of the others
 * stay blank where their readings differ.
 */
const ledger: Ledger<Payout> = {
	id: 'commissions',
	file: 'commissions',
	rows: ({ findings }) => findings.payouts.filter(mayBeCommission),
	columns: [
		['number', (_, __, index) => whole(index + 1)],
		['payer', (payout, desk) => text(desk.name(payout.payer))],
		['payee', (payout, desk) => text(desk.name(payout.payee))],
		['time', (payout, { offsetMinutes }) => time(payout.instant, offsetMinutes)],
		['wholeYuan', (payout) => yuan(payout.amount)],
		['wagePart', (payout) => yuan(isSplit(payout) ? payout.wage : undefined)],
		['commissionPart', (payout) => yuan(isSplit(payout) ? payout.commission : undefined)],
		['bonusPart', (payout) => yuan(isSplit(payout) ? payout.bonus : undefined)],
		['roundingPart', (payout) => yuan(isSplit(payout) ? payout.rounding : undefined)],
		['leads', (payout) => whole(payout.leads)],
		['ratePerLead', (payout) => yuan(payout.rate)],
		['counted', (payout, { words }) => text(payout.certainty === 'documented' ? words.yes : words.no)],
		['certainty', (payout, { words }) => text(word(words.certainties, payout.certainty))],
		['basis', (payout, { words }) => text(payout.basis.map((each) => word(words.bases, each)).join(words.separator))],
		['reason', ({ reason }, { findings }) => text(say(findings.case.language, reason.code, reason.facts))],
		['leadBacking', ({ backing }, { words }) => text(backing ? word(words.backings, backing.reports) : '')],
		['reportedBehind', ({ backing }) => whole(backing?.reported)],
		['joinedBehind', ({ backing }) => whole(backing?.joined)],
		['alternatives', (payout, desk) => text(alternativesOf(payout, desk))],
		['readings', (payout) => whole(payout.readings.length)],
		['grade', (payout, { words }) => text(word(words.grades, payout.grade))],
		['transfer', (payout) => text(payout.id)],
	],
	totals: { columns: ['wholeYuan', 'wagePart', 'commissionPart', 'bonusPart', 'roundingPart'], by: ['certainty'] },
};

/** What the whole history leaves open of it: `200.00+4x7.00; 100.00+16x8.00 (unstated changes of rate +1)`. */
function alternativesOf({ history }: Payout, { words }: Desk): string {
	const decimal = (fen: string) => formatAmount(BigInt(fen), 2);
	const shown = (history?.alternatives ?? []).map(({ reading, worse }) => {
		const read = reading ? `${decimal(reading.wage)}+${reading.leads}x${decimal(reading.rate)}` : words.noReading;
		return worse ? words.withRole(read, `${word(words.costs, worse.name)} +${worse.count}`) : read;
	});
	return shown.join(words.stop);
}

function mayBeCommission(payout: Payout): boolean {
	return payout.commission !== '0' || payout.readings.some((reading) => reading.commission !== '0');
}

function isSplit(payout: Payout): boolean {
	return [payout.wage, payout.commission, payout.bonus, payout.rounding].some((part) => part !== '0');
}

export const commissionList = ledgerReport(ledger);
