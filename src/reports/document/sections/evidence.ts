import type { Findings } from '../../../findings/schema.ts';
import { word } from '../../words.ts';
import type { Block, Rich } from '../blocks.ts';
import type { Pen } from '../pen.ts';

type File = Findings['evidence']['files'][number];

/** Every file with its checksum (法发〔2016〕22号 第十四条), whatever became of it. */
export function evidenceList(pen: Pen): Block[] {
	const { say, findings } = pen;
	const { evidence } = say;
	return [
		{ kind: 'heading', level: 1, text: evidence.heading, id: 'evidence-list', fresh: true },
		{ kind: 'paragraph', text: evidence.intro },
		{
			kind: 'table',
			columns: [
				{ head: evidence.number, width: 'auto', right: true },
				{ head: evidence.item, width: { mm: 21 } },
				{ head: evidence.file, width: { fr: 1 } },
				{ head: evidence.format, width: { mm: 24 } },
				{ head: evidence.size, width: 'auto', right: true },
				{ head: evidence.rows, width: 'auto', right: true },
				{ head: evidence.check, width: { mm: 17 } },
			],
			rows: findings.evidence.files.map((file, index) => rowOf(file, index, pen)),
		},
	];
}

function rowOf(file: File, index: number, { words, say, count, source }: Pen): Rich[] {
	const { register, rows, problem } = file;
	const obtained = [register?.provider, register?.obtained, register?.notice, register?.time].filter(Boolean);
	return [
		String(index + 1),
		{ t: register?.item ?? '', long: true },
		[
			{ t: file.paths.join(words.stop), long: true },
			...(obtained.length === 0 ? [] : ([{ t: obtained.join(' · '), small: true, line: true }] as const)),
			{ t: `SHA-256 ${file.hash}`, small: true, line: true },
		],
		problem
			? `${words.fileStatuses[file.status]}${words.colon}${word(words.problems, problem.code)}`
			: source(file.source),
		count(file.size),
		say.evidence.readOf(count(rows.read), count(rows.total)),
		word(words.hashChecks, file.hashCheck),
	];
}
