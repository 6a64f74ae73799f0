import { type Words, word } from '../words.ts';
import { type ChartNode, COST } from './graph.ts';

export interface LevelHeading {
	readonly level: number;
	readonly text: string;
}

/** Whether the flow shows accounts of a chain only, in hops, and no people. */
export function isChainOnly(nodes: readonly ChartNode[]): boolean {
	return nodes.every((node) => node.kind !== 'person' && node.kind !== 'group' && node.role === '');
}

/** The name of each level: whom it holds, or how many hops it is from the start. `lastLevel`: later hops stand there. */
export function levelHeadings(
	nodes: readonly ChartNode[],
	lastLevel: number | undefined,
	words: Words,
): LevelHeading[] {
	const chain = isChainOnly(nodes);
	const levels = [...new Set(nodes.map((node) => node.level))].sort((a, b) => a - b);
	return levels.map((level) => {
		if (chain) return { level, text: hopText(level, lastLevel, words) };
		const names = nodes.filter((node) => node.level === level).flatMap((node) => groupNames(node, words));
		return { level, text: [...new Set(names)].join(words.separator) };
	});
}

function hopText(level: number, lastLevel: number | undefined, words: Words): string {
	if (level === 0) return words.levels.start;
	return level === lastLevel ? words.levels.beyond(level) : words.levels.hop(level);
}

function groupNames(node: ChartNode, words: Words): string[] {
	if (node.crew === undefined) return [groupName(node, words)];
	return node.crew.map(({ role }) => groupName({ kind: node.kind, role }, words));
}

function groupName(node: Pick<ChartNode, 'kind' | 'role'>, words: Words): string {
	const { levels } = words;
	if (node.kind === COST) return words.legend.cost;
	if (node.kind === 'overseas') return levels.overseas;
	if (node.kind === 'seed') return levels.start;
	if (node.kind === 'service') return levels.service;
	if (node.kind === 'wallet') return node.role === 'core' ? levels.coreWallet : levels.wallet;
	if (node.role === '') return levels.other;
	return node.role === 'core' ? levels.core : word(words.roles, node.role);
}
