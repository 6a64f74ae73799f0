import { type Todo, type TodoFamily, todo } from './item.ts';

/** Files that were not read whole or are not what was recorded, and balances that do not follow from their rows. */
export const files: TodoFamily = (context) => [...fileItems(context), ...gapItems(context)];

/** A file is known by its bytes: a point about it stays the same under another name. */
const fileItems: TodoFamily = ({ derived }) =>
	derived.evidence.files.flatMap((file) => {
		const path = file.paths[0] ?? file.hash;
		const about = { about: file.hash === '' ? path : file.hash };
		const items: Todo[] = [];
		if (file.hashCheck === 'different') {
			const stake = derived.alarmed.get(file.hash) ?? 0n;
			items.push(todo('hash-differs', path, stake, { found: file.hash }, about));
		}
		if (file.status === 'unknown-format')
			items.push(
				file.problem
					? todo('not-read-yet', path, 0n, { problem: file.problem.code }, about)
					: todo('unknown-format', path, 0n, {}, about),
			);
		if (file.status === 'ambiguous' || file.status === 'refused')
			items.push(todo('file-refused', path, 0n, { problem: file.problem?.code ?? '' }, about));
		if (file.rows.rejected > 0) items.push(todo('rejected-rows', path, 0n, { rows: file.rows.rejected }, about));
		return items;
	});

/** Printed balances that do not follow from the rows: something is missing or was altered. At stake: by how much. */
const gapItems: TodoFamily = ({ derived }) => {
	const paths = new Map(derived.evidence.files.map((f) => [f.hash, f.paths[0] ?? f.hash]));
	return derived.balanceGaps.map(({ file, account, asset, rows, first, differs }) => {
		const facts = { account, rows, first };
		const about = [file, account, asset, rows, first, differs].join('|');
		return asset === 'CNY'
			? todo('balance-gap', paths.get(file) ?? file, differs, facts, { about })
			: todo('balance-gap', paths.get(file) ?? file, 0n, facts, {
					about,
					quantity: { asset, amount: differs.toString() },
				});
	});
};
