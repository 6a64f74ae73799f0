import { type TodoFamily, todo } from './item.ts';

/** Cash-outs that nobody settled, and coins that left and became nothing that is known. */
export const openCashOuts: TodoFamily = ({ derived }) => {
	return [
		...derived.cashOuts.cashOuts
			.filter((c) => c.status === 'proposed')
			.map((c) => todo('proposed-cash-out', c.id, c.fen, { rate: c.rate, rivals: c.rivals.length })),
		...derived.cashOuts.unmatchedCoins.map((id) =>
			todo('unmatched-coins', id, 0n, {
				amount: derived.byId.get(id)?.amount.toString() ?? '',
				asset: derived.byId.get(id)?.asset ?? '',
			}),
		),
	];
};
