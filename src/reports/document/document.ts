import { formatDay } from '../../ledger/time.ts';
import { drawFlowChart } from '../flow-chart.ts';
import type { PackageInput } from '../package/part.ts';
import { timelineSheets } from '../ways/timeline.ts';
import type { Block, Document } from './blocks.ts';
import { type Pen, penOf } from './pen.ts';
import { annexes } from './sections/annexes.ts';
import { cores } from './sections/cores.ts';
import { evidenceList } from './sections/evidence.ts';
import { front } from './sections/front.ts';
import { given } from './sections/given.ts';
import { groups } from './sections/groups.ts';
import { peopleIndex } from './sections/index.ts';
import { inferred } from './sections/inferred.ts';
import { law } from './sections/law.ts';
import { methods } from './sections/methods.ts';
import { otherwise } from './sections/otherwise.ts';
import { people } from './sections/people.ts';

import { unsettled } from './sections/unsettled.ts';
import { whole } from './sections/whole.ts';

type Picture = Extract<Block, { kind: 'picture' }>;

/** 资金分析报告: the whole case for somebody who has never seen the program. */
export async function documentOf(input: PackageInput): Promise<Document> {
	const pen = penOf(input);
	const { findings, say, words } = pen;
	const { cutOff } = findings.evidence;
	const charts = await picturesOf(input, pen);
	return {
		title: pen.title,
		language: findings.case.language,
		header: pen.title,
		footer: [words.subtitle, words.packageLevels[input.cover.level], input.cover.run].join(' · '),
		page: say.pageWords,
		...(cutOff === undefined ? {} : { date: dateOf(formatDay(cutOff, findings.case.offsetMinutes)) }),
		files: new Map(charts.map(({ picture, svg }) => [picture.file, svg])),
		blocks: [
			...front(pen),
			{ kind: 'contents', title: say.contents },
			...charts.map(({ picture }) => picture),
			...chapters(pen),
			...peopleIndex(pen),
			...evidenceList(pen),
			...annexes(pen),
		],
	};
}

const CHAPTERS = [given, methods, whole, cores, groups, otherwise, inferred, unsettled, law, people];

/** The chapters that the case has something for, numbered as they stand. */
function chapters(pen: Pen): Block[] {
	return CHAPTERS.map((chapter) => chapter(pen))
		.filter((blocks) => blocks.length > 0)
		.flatMap((blocks, index) =>
			blocks.map((block, place) =>
				place === 0 && block.kind === 'heading' ? { ...block, text: pen.say.chapter(index, block.text) } : block,
			),
		);
}

/** The overview on A3, and the days on A4. */
async function picturesOf(
	input: PackageInput,
	{ words, say, findings }: Pen,
): Promise<{ picture: Picture; svg: string }[]> {
	const overview = {
		id: 'overview',
		title: words.title(findings.case.name),
		file: 'overview.svg',
		paper: 'a3',
	} as const;
	const days = timelineSheets(input).map((svg, index) => {
		const id = `timeline-${index + 1}`;
		const upright = svg.includes('width="210mm"') ? { upright: true as const } : {};
		return {
			picture: { kind: 'picture', id, title: say.timeline, file: `${id}.svg`, paper: 'a4', ...upright } as const,
			svg,
		};
	});
	return [{ picture: { kind: 'picture', ...overview }, svg: await drawFlowChart(findings) }, ...days];
}

function dateOf(day: string): [number, number, number] {
	const [year, month, date] = day.split('-').map(Number);
	return [year as number, month as number, date as number];
}
