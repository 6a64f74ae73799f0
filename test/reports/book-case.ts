import type { FigureTransfer, PackageInput } from '../../src/reports/package/part.ts';
import { START } from './fixtures.ts';
import { leadDays, receipts, transferRows, wholeCase } from './whole-case.ts';

/** The whole case as a package gets it, with rows under the figures of 李四: 245.00 of pay received, 250.00 paid on. */
export function bookCase(): PackageInput {
	const rows = [...transferRows()];
	const [pay] = rows as [(typeof rows)[number]];
	const paidOn = { ...pay, id: 't000000000000000000000004', instant: START + 86_400_000, amount: 25_000n, memo: '' };
	const counts = (figure: string, transfer: string, amount: bigint, sign: FigureTransfer['sign'] = 1) => ({
		...{ figure: `p2/${figure}`, transfer, amount, sign },
	});
	const figureTransfers = [
		counts('kept', paidOn.id, 25_000n, -1),
		counts('received', pay.id, 24_500n),
		counts('wages', pay.id, 20_000n),
		counts('commissions', pay.id, 4_500n),
		counts('kept', pay.id, 24_500n),
	];
	return {
		findings: wholeCase(),
		rows: [...rows, paidOn],
		leadDays: leadDays(),
		receipts: receipts(),
		cover: { level: 'internal', names: 'full', run: 'run-0123456789ab' },
		figureTransfers,
		ways: [],
		terms: { origins: [], seeds: [], services: [], conversions: [], openings: [] },
		assets: { font: async () => new Uint8Array(), pageScript: async () => '', pdf: async () => new Uint8Array() },
		custody: { program: 'liuxiang', inputs: [], law: [], store: '', manifest: '' },
	};
}
