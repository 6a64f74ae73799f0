import { REPORTS } from '../../list.ts';
import type { Block } from '../blocks.ts';
import type { Pen } from '../pen.ts';

/** Every setting, the schedules that go with the report, what words mean, and who signs. */
export function annexes(pen: Pen): Block[] {
	const { findings, say } = pen;
	return [
		{ kind: 'heading', level: 1, text: say.annexes.settings, id: 'settings', fresh: true },
		{ kind: 'paragraph', text: say.annexes.settingsIntro },
		{
			kind: 'table',
			columns: [
				{ head: say.annexes.setting, width: { fr: 1 } },
				{ head: say.annexes.value, width: { fr: 1.2 } },
			],
			rows: Object.entries(findings.parameters)
				.filter(([key]) => !key.startsWith('mappings.'))
				.map(([key, value]) => [
					{ t: key, long: true },
					{ t: value, long: true },
				]),
		},
		{ kind: 'heading', level: 1, text: say.annexes.files, id: 'files' },
		{ kind: 'paragraph', text: say.annexes.filesIntro },
		{ kind: 'list', items: REPORTS.map((report) => report.file(findings)) },
		{ kind: 'heading', level: 1, text: say.annexes.terms, id: 'terms' },
		{ kind: 'facts', pairs: say.annexes.termList },
		{ kind: 'signatures', lines: say.annexes.signatures },
	];
}
