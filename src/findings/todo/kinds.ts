import { type TodoFamily, todo } from './item.ts';

/** Payments between people of the case whose purpose is open. */
export const openKinds: TodoFamily = ({ derived }) => {
	return derived.judged
		.filter((j) => j.kind === 'open' && j.payer !== undefined && j.payee !== undefined)
		.map((j) => todo('open-kind', j.transfer, derived.byId.get(j.transfer)?.amount ?? 0n, { reason: j.reason.code }));
};
