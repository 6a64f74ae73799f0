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
		'alarms-fresh': of(alarms, ({ fresh }) => fresh),
		'transfers-new': transfers.new.count,
		'transfers-vanished': transfers.vanished.count,
		'transfers-changed': transfers.changed.count,
		'transfers-renamed': transfers.renamed.count,
		'people-come': people.come.length,
		'people-gone': people.gone.length,
		'people-changed': people.changed.length,
		'figures-changed': people.changed.reduce((sum, { figures }) => sum + figures.length, 0),
		'links-new': link('new'),
		'links-gone': link('gone'),
		'links-changed': link('changed'),
		'histories-complete': became('complete'),
		'histories-incomplete': became('incomplete'),
		'gaps-come': gaps.come.length,
		'gaps-gone': gaps.gone.length,
		'files-added': change('added'),
		'files-removed': change('removed'),
		'files-moved': change('moved'),
		'files-altered': change('altered'),
		'tables-changed': of(files, ({ kind }) => kind !== 'evidence' && kind !== 'chain-answer'),
		'settings-changed': told.settings.length,
		'decisions-added': decisions.added.length,
		'decisions-gone': decisions.gone.length,
		'chain-vanished': told.vanished.length,
		'freezes-lapsing': of(freezes, ({ days }) => days >= 0),
		'freezes-lapsed': of(freezes, ({ days }) => days < 0),
	};
}
