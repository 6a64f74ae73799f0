import { type TodoFamily, todo } from './item.ts';

/** Payments of which no row says that they took place: kept apart until a row or a person says so. */
export const unconfirmed: TodoFamily = ({ derived }) => {
	return derived.merged.transfers
		.filter((t) => t.exclusion === 'unconfirmed')
		.map((t) => todo('unconfirmed', t.id, t.asset === 'CNY' ? t.amount : 0n, { from: t.from, to: t.to }));
};
