import type { Findings } from '../../findings/schema.ts';
import { type Chart, chartWordsOf } from './chart.ts';
import { costsBesidePayees } from './columns.ts';
import { type Detail, detailChart } from './details.ts';
import { type ChartGraph, COST, decimalsOf, graphOf } from './graph.ts';
import { isChainOnly } from './levels.ts';
import { overview } from './overview.ts';
import { costsOf, groupOf, type Head, nodesByPerson, sheetsOf, touching, withLinks } from './part-of.ts';

const CORE_ROLES = new Set(['core', 'organiser']);

/**
 * Every chart of the case: 图1 the overview, 图2-n a core member each, 图3-n a leader's group each (and whoever else pays
 * others), 图4 running costs and what went back up. Each line of the overview stands on one of the others at least.
 *
 * @param purposes payee's person id -> what notes of operating costs say, for 图4
 */
export function chartsOf(
	findings: Findings,
	purposes: ReadonlyMap<string, string> = new Map(),
): readonly [Chart, ...Chart[]] {
	const graph = graphOf(findings.flow);
	if (isChainOnly(graph.nodes)) return [overview(findings, new Map())];
	const groups = groupDetails(findings, graph);
	const details = [...coreDetails(findings, graph), ...groups];
	const costs = costDetail(findings, graph, purposes);
	const drawn = [...details.map(({ detail }) => detail), ...costs];
	const rest = restDetails(findings, graph, drawn, new Set(groups.map(({ head }) => head)).size);
	const own = [...details, ...rest];
	const see = new Map(own.flatMap(({ head, number }) => [...head.nodes].map((node) => [node, number] as const)));
	const chart = (detail: Detail, head?: Head) => detailChart(findings, graph, detail, without(see, head));
	return [
		overview(findings, see),
		...own.map(({ head, detail }) => chart(detail, head)),
		...costs.map((detail) => chart(detail)),
	];
}

interface HeadDetail {
	readonly head: Head;
	/** What other charts call it: without the number of the sheet. */
	readonly number: string;
	readonly detail: Detail;
}

function without(see: ReadonlyMap<string, string>, head: Head | undefined): ReadonlyMap<string, string> {
	return new Map([...see].filter(([node]) => !head?.nodes.has(node)));
}

/** Who has such a role on the chart, in the order of the ledgers. */
function headsOf(findings: Findings, wanted: (role: string) => boolean): Head[] {
	const { flow, people } = findings;
	const nodes = nodesByPerson(flow);
	const roles = flow.nodes.filter(({ party, role }) => party !== '' && wanted(role)).map(({ party }) => party);
	const known = people.map(({ id }) => id).filter((id) => roles.includes(id));
	return [...new Set([...known, ...roles])].map((id): Head => {
		const person = people.find((each) => each.id === id);
		const name = person?.name ?? flow.nodes.find(({ party }) => party === id)?.label ?? id;
		return { id, name, group: person?.group ?? '', nodes: nodes.get(id) ?? new Set() };
	});
}

function coreDetails(findings: Findings, graph: ChartGraph): HeadDetail[] {
	const { titles, files } = chartWordsOf(findings.case.language);
	return headsOf(findings, (role) => CORE_ROLES.has(role)).map((head, index) => ({
		head,
		number: `2-${index + 1}`,
		detail: {
			number: `2-${index + 1}`,
			name: `${files.core}_${head.name}`,
			title: titles.core(head.name),
			part: costsBesidePayees(touching(graph, head)),
			people: findings.people.filter(({ id }) => id === head.id),
		},
	}));
}

function groupDetails(findings: Findings, graph: ChartGraph): HeadDetail[] {
	const { titles, files } = chartWordsOf(findings.case.language);
	const nodes = nodesByPerson(findings.flow);
	const heads = headsOf(findings, (role) => role === 'leader').sort(byGroup);
	const decimals = decimalsOf(findings);
	return heads.flatMap((head, index) => {
		const group = findings.people.filter((person) => head.group !== '' && person.group === head.group);
		const part = groupOf(graph, head, new Set(group.flatMap(({ id }) => [...(nodes.get(id) ?? [])])));
		const drawn = new Set(part.nodes.map(({ id }) => id));
		const idle = group.filter(({ id }) => ![...(nodes.get(id) ?? [])].some((node) => drawn.has(node)));
		const number = `3-${index + 1}`;
		const sheets = sheetsOf(part, head, decimals);
		return sheets.map((sheet, at) => ({
			head,
			number,
			detail: {
				number: sheets.length === 1 ? number : `${number}-${at + 1}`,
				name: [head.group || files.group, head.name].join('_'),
				title: titles.group(head.name, head.group) + (sheets.length === 1 ? '' : titles.sheet(at + 1, sheets.length)),
				part: sheet,
				people: findings.people.filter(({ id }) => id === head.id),
				idle: at === 0 ? idle.map(({ name }) => name) : [],
			},
		}));
	});
}

/** 第2组 before 第10组; equal names in the order of the ledgers. */
function byGroup(a: Head, b: Head): number {
	const [first, second] = [a, b].map(({ group }) => group.replaceAll(/\d+/g, (digits) => digits.padStart(9, '0')));
	return (first as string) < (second as string) ? -1 : first === second ? 0 : 1;
}

/** Whoever pays others without being a core member or a leader: so that no line is on the overview alone. */
function restDetails(findings: Findings, graph: ChartGraph, details: readonly Detail[], groups: number): HeadDetail[] {
	const { titles, files } = chartWordsOf(findings.case.language);
	const covered = new Set(details.flatMap(({ part }) => part.links.flatMap(({ numbers }) => numbers)));
	const left = graph.links.filter(({ numbers: [number = 0] }) => !covered.has(number));
	return [...new Set(left.map(({ from }) => from))].map((from, index) => {
		const node = findings.flow.nodes.find(({ id }) => id === from);
		const name = node?.label ?? from;
		const head = { id: from, name, group: '', nodes: new Set([from]) };
		const number = `3-${groups + index + 1}`;
		return {
			head,
			number,
			detail: {
				number,
				name: `${files.group}_${name}`,
				title: titles.group(name, ''),
				part: withLinks(
					graph,
					left.filter((link) => link.from === from),
				),
				people: findings.people.filter(({ id }) => id === node?.party),
			},
		};
	});
}

function costDetail(findings: Findings, graph: ChartGraph, purposes: ReadonlyMap<string, string>): Detail[] {
	const { titles, files, notes, purposes: say } = chartWordsOf(findings.case.language);
	const part = costsOf(graph);
	if (part.links.length === 0) return [];
	const last = Math.max(...part.nodes.map(({ level }) => level)) + 1;
	const parties = new Map(findings.flow.nodes.map(({ id, party }) => [id, party]));
	const lines = part.nodes.flatMap(({ id }) => {
		const memos = purposes.get(parties.get(id) ?? '');
		return memos === undefined || !part.links.some(({ to }) => to === id) ? [] : [[id, say(memos)] as const];
	});
	return [
		{
			number: '4',
			name: files.costs,
			title: titles.costs,
			// In a column of their own: here they are what the chart is about.
			part: { ...part, nodes: part.nodes.map((node) => (node.kind === COST ? { ...node, level: last } : node)) },
			people: [],
			more: [notes.leftOut, notes.upstream],
			lines: new Map(lines),
		},
	];
}
