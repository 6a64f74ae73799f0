import type { Derived } from '../input.ts';
import { type Todo, type TodoFamily, todo } from './item.ts';

/** Files that were not read whole or are not what was recorded, and balances that do not follow from their rows. */
export const files: TodoFamily = ({ derived }) => [...fileItems(derived), ...gapItems(derived)];

/** Files that were not read whole, and files whose bytes are not those that were recorded. */
function fileItems(derived: Derived): Todo[] {
	return derived.evidence.files.flatMap((file) => {
		const path = file.paths[0] ?? file.hash;
		const items: Todo[] = [];
		if (file.hashCheck === 'different') items.push(todo('hash-differs', path, 0n, { found: file.hash }));
		if (file.status === 'unknown-format')
			items.push(
				file.problem
					? todo('not-read-yet', path, 0n, { problem: file.problem.code })
					: todo('unknown-format', path, 0n),
			);
		if (file.status === 'ambiguous' || file.status === 'refused')
			items.push(todo('file-refused', path, 0n, { problem: file.problem?.code ?? '' }));
		if (file.rows.rejected > 0) items.push(todo('rejected-rows', path, 0n, { rows: file.rows.rejected }));
		return items;
	});
}

/** Printed balances that do not follow from the rows: something is missing or was altered. */
function gapItems(derived: Derived): Todo[] {
	const paths = new Map(derived.evidence.files.map((f) => [f.hash, f.paths[0] ?? f.hash]));
	return derived.balanceGaps.map((gap) =>
		todo('balance-gap', paths.get(gap.file) ?? gap.file, 0n, {
			account: gap.account,
			rows: gap.rows,
			first: gap.first,
		}),
	);
}
