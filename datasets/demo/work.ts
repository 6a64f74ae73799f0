import { addDays, allDays, isSunday, OLD_RATE_UNTIL } from './calendar.ts';
import type { Random } from './random.ts';
import { type DayWork, type Group, type Person, spellOn } from './world.ts';

/** What every caller did on every day, and what the daily reports say of it. Inspectors bring no leads. */
export function dailyWork(random: Random, groups: readonly Group[]): DayWork[] {
	const byName = new Map(groups.map((group) => [group.name, group]));
	const workers = groups.flatMap((group) => group.members);
	const works: DayWork[] = [];
	for (const day of allDays()) {
		for (const person of workers) {
			const spell = spellOn(person, day);
			const group = spell && byName.get(spell.group);
			if (!group || (isSunday(day) && !random.chance(10)) || random.chance(8)) continue;
			const percent = random.chance(7) ? 50 : 100;
			const leads = spell.role === 'caller' ? leadsOf(random, percent) : 0;
			const reported = spell.role === 'caller' ? reportOf(random, group, person, leads) : undefined;
			works.push({ person, group, day, percent, leads, ...(reported === undefined ? {} : { reported }) });
		}
	}
	return works;
}

function leadsOf(random: Random, percent: 50 | 100): number {
	return percent === 50 ? random.int(0, 6) : random.int(0, 5) + random.int(0, 5) + random.int(0, 5);
}

/** Group reports are honest but for one group, which claims two more now and then; three people of another forget. */
function reportOf(random: Random, group: Group, person: Person, leads: number): number | undefined {
	if (group.style === 'no-reports') return undefined;
	if (group.style === 'band' && group.members.indexOf(person) <= 3 && random.chance(20)) return undefined;
	return group.style === 'over-claims' && leads > 2 && random.chance(8) ? leads + 2 : leads;
}

/**
 * The days that are paid together: one each, but now and then two whole days in a row in one payment. Never over the
 * change of rate nor from one group to the next.
 */
export function payBlocks(random: Random, works: readonly DayWork[]): DayWork[][] {
	const blocks: DayWork[][] = [];
	const open = new Map<Person, DayWork>();
	for (const work of works) {
		const before = open.get(work.person);
		open.delete(work.person);
		if (before && joins(before, work)) {
			blocks.push([before, work]);
			continue;
		}
		if (before) blocks.push([before]);
		if (work.percent === 100 && work.day !== OLD_RATE_UNTIL && random.chance(3)) open.set(work.person, work);
		else blocks.push([work]);
	}
	for (const work of open.values()) blocks.push([work]);
	return blocks;
}

function joins(first: DayWork, second: DayWork): boolean {
	return second.percent === 100 && addDays(first.day, 1) === second.day && first.group === second.group;
}
