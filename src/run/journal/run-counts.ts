import type { Findings } from '../../findings/schema.ts';

/** What a run counted, by name. No name of a person, no account. */
export function runCounts({ evidence, merging, people, payouts, todo, chains, incomplete }: Findings) {
	const { files, rows } = evidence;
	const count = <T>(list: readonly T[], wanted: (one: T) => boolean) => list.filter(wanted).length;
	return {
		files: files.length,
		files_unread: count(files, ({ status }) => status !== 'read' && status !== 'partly-read'),
		hash_alarms: count(files, ({ hashCheck }) => hashCheck === 'different'),
		rows: rows.total,
		rows_rejected: rows.rejected,
		records: merging.records,
		transfers: merging.transfers,
		people: people.length,
		payouts: payouts.length,
		todo: todo.length,
		chain_transfers_vanished: chains.vanished.length,
		incomplete: incomplete.length,
	} as const;
}
