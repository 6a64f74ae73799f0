import { type ChartNode, COST } from './graph.ts';

/** What a box stands for, as the eye sees it. */
export type Look =
	| 'overseas'
	| 'seed'
	| 'wallet'
	| 'service'
	| 'core'
	| 'leader'
	| 'inspector'
	| 'caller'
	| 'technician'
	| 'team'
	| 'cost'
	| 'other';

type Outline =
	| 'hexagon'
	| 'octagon'
	| 'pill'
	| 'double'
	| 'thick'
	| 'rounded'
	| 'plain'
	| 'slanted'
	| 'notched'
	| 'thin';

export interface Style {
	/** Okabe and Ito's palette: told apart by nearly everybody. */
	readonly colour: string;
	/** Courts photocopy: every colour is doubled by an outline and a hatch. */
	readonly outline: Outline;
	readonly hatch: string;
}

/** In the order of the legend. Hatches are path data within a 6 x 6 tile, drawn black over the colour. */
export const STYLES: Readonly<Record<Look, Style>> = {
	overseas: { colour: '#D55E00', outline: 'hexagon', hatch: '' },
	seed: { colour: '#D55E00', outline: 'hexagon', hatch: 'M0 3H6' },
	wallet: { colour: '#E69F00', outline: 'octagon', hatch: 'M0 6L6 0' },
	service: { colour: '#CC79A7', outline: 'pill', hatch: 'M0 0L6 6M0 6L6 0' },
	core: { colour: '#0072B2', outline: 'double', hatch: 'M0 3H6' },
	leader: { colour: '#009E73', outline: 'thick', hatch: 'M0 0L6 6' },
	inspector: { colour: '#56B4E9', outline: 'rounded', hatch: 'M3 0V6' },
	caller: { colour: '#F0E442', outline: 'plain', hatch: 'M2.5 3H3.5' },
	team: { colour: '#FFFFFF', outline: 'plain', hatch: 'M0 2H6M0 5H6M3 0V6' },
	cost: { colour: '#999999', outline: 'notched', hatch: 'M0 1.5H6M0 4.5H6' },
	technician: { colour: '#999999', outline: 'slanted', hatch: 'M3 0V6M0 3H6' },
	other: { colour: '#FFFFFF', outline: 'thin', hatch: '' },
};

const BY_ROLE: Readonly<Record<string, Look>> = {
	core: 'core',
	organiser: 'core',
	leader: 'leader',
	inspector: 'inspector',
	caller: 'caller',
	technician: 'technician',
};

export function lookOf(node: Pick<ChartNode, 'kind' | 'role' | 'crew'>): Look {
	if (node.crew !== undefined && node.role === '') return 'team';
	if (node.kind === 'overseas' || node.kind === 'seed') return node.kind;
	if (node.kind === COST) return 'cost';
	if (node.kind === 'wallet' || node.kind === 'service') return node.kind;
	return BY_ROLE[node.role] ?? 'other';
}
