import { day, text, whole, yuan } from '../cell.ts';
import { type RequestLine, requestLines } from '../request-lines.ts';
import { type Ledger, ledgerReport } from './ledger.ts';

/** 附表19: what should be asked for (待调取清单), ready to be put into a request. */
const ledger: Ledger<RequestLine> = {
	id: 'requests',
	file: 'requests',
	rows: ({ findings }) => requestLines(findings),
	columns: [
		['number', (_, __, index) => whole(index + 1)],
		['askWhom', ({ whom }) => text(whom)],
		['accountKind', ({ kind }) => text(kind)],
		['account', ({ account }) => text(account)],
		['holder', ({ holder }) => text(holder)],
		['from', ({ from }) => day(from)],
		['until', ({ until }) => day(until)],
		['askFor', ({ want }) => text(want)],
		['stakeYuan', ({ stake }) => yuan(stake === 0n ? undefined : stake)],
		['settles', ({ settles }) => text(settles)],
		['point', ({ point }) => text(point)],
	],
};

export const requestLedger = ledgerReport(ledger);
