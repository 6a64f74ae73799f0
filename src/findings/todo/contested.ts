import type { Derived } from '../input.ts';
import { type TodoFamily, todo } from './item.ts';

/** What somebody contests and nobody has settled: payments that stand apart, and statements on record. At stake: the amount. */
export const contested: TodoFamily = ({ derived }) => [...disputedRows(derived), ...statements(derived)];

function disputedRows(derived: Derived) {
	return derived.judged
		.filter(({ kind }) => kind === 'disputed')
		.flatMap(({ transfer, reason }) => {
			const t = derived.byId.get(transfer);
			const { by = '', why = '' } = reason.facts;
			return t ? [todo('disputed-row', transfer, t.amount, { by, why }, { behind: [t] })] : [];
		});
}

function statements(derived: Derived) {
	const disputed = new Set(derived.judged.filter((j) => j.kind === 'disputed').map((j) => j.transfer));
	return derived.beside.testimony
		.filter(({ disputes, about = '' }) => disputes && !disputed.has(about))
		.map(({ id, person, document, page, claim, amount, about = '' }) =>
			todo('contested-statement', id, amount ?? 0n, { person, document, page, claim, about }),
		);
}
