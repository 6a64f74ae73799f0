import { type TodoFamily, todo } from './item.ts';

/** Payments between people of the case whose purpose is open, but for those that a person left open. At stake: the amount. */
export const openKinds: TodoFamily = ({ derived }) =>
	derived.judged
		.filter(
			({ kind, payer, payee, basis }) =>
				kind === 'open' && payer !== undefined && payee !== undefined && !basis.includes('decision'),
		)
		.flatMap(({ transfer, reason }) => {
			const t = derived.byId.get(transfer);
			return t
				? [todo('open-kind', transfer, t.amount, { ...reason.facts, reason: reason.code }, { behind: [t] })]
				: [];
		});
