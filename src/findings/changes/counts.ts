import type { Changes } from './schema.ts';

/** How many of each, by name. Only numbers: notices and metrics may carry them. */
export function countsOf(told: Omit<Changes, 'schema' | 'counts' | 'changed'>): Changes['counts'] {
	const { transfers, people, files, links, histories, gaps, decisions, freezes, alarms } = told;
	const of = <T>(list: readonly T[], which: (one: T) => boolean) => list.filter(which).length;
	const change = (what: string) => of(files, (file) => file.kind === 'evidence' && file.change === what);
	const link = (what: string) => of(links, (one) => one.change === what);
	const became = (what: string) => of(histories, (one) => one.became === what);
	return {
		alarms: alarms.length,
		alarms_fresh: of(alarms, ({ fresh }) => fresh),
		transfers_new: transfers.new.count,
		transfers_vanished: transfers.vanished.count,
		transfers_changed: transfers.changed.count,
		transfers_renamed: transfers.renamed.count,
		people_come: people.come.length,
		people_gone: people.gone.length,
		people_changed: people.changed.length,
		figures_changed: people.changed.reduce((sum, { figures }) => sum + figures.length, 0),
		links_new: link('new'),
		links_gone: link('gone'),
		links_changed: link('changed'),
		histories_complete: became('complete'),
		histories_incomplete: became('incomplete'),
		histories_not_missed: became('not-missed'),
		gaps_come: gaps.come.length,
		gaps_gone: gaps.gone.length,
		files_added: change('added'),
		files_removed: change('removed'),
		files_moved: change('moved'),
		files_altered: change('altered'),
		tables_changed: of(files, ({ kind }) => kind !== 'evidence' && kind !== 'chain-answer'),
		settings_changed: told.settings.length,
		decisions_added: decisions.added.length,
		decisions_gone: decisions.gone.length,
		chain_vanished: told.vanished.length,
		freezes_lapsing: of(freezes, ({ days }) => days >= 0),
		freezes_lapsed: of(freezes, ({ days }) => days < 0),
	};
}
