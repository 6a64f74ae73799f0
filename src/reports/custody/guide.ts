import { visible } from '../visible.ts';
import type { Language } from '../words.ts';
import type { GuideGroup } from './types.ts';
import { en } from './words-en.ts';
import { type GuideWords, zh } from './words-zh.ts';

const WORDS: Readonly<Record<Language, GuideWords>> = { zh, en };

export interface Guide {
	readonly name: string;
	readonly text: string;
}

/**
 * The text that tells whoever opens a folder what lies in it, how to check it without us, and what a check shows: in the
 * case's language, then in the other. With a byte order mark and CRLF, because it is opened by the oldest of editors.
 */
export function guideOf(
	about: { readonly caseName: string; readonly language: Language; readonly run: string; readonly program: string },
	groups: readonly GuideGroup[],
): Guide {
	const languages: readonly Language[] = about.language === 'zh' ? ['zh', 'en'] : ['en', 'zh'];
	const texts = languages.map((language) => told(WORDS[language], about, groups));
	return {
		name: WORDS[about.language].file,
		text: `\ufeff${texts.join('\n\n----\n\n').replaceAll('\n', '\r\n')}`,
	};
}

function told(
	words: GuideWords,
	{ caseName, run, program }: { caseName: string; run: string; program: string },
	groups: readonly GuideGroup[],
): string {
	const lines = [words.title(visible(caseName)), '', ...words.about(run, program), '', words.contents, ''];
	for (const { id, files } of groups) {
		lines.push(words.groups[id] ?? id);
		for (const file of files) lines.push(`    ${visible(file)}`);
	}
	lines.push(
		words.provenance,
		'    provenance.jsonld',
		words.manifest,
		'    manifest.json',
		words.sums,
		'    SHA256SUMS',
		'',
	);
	lines.push(words.checking, '', ...words.steps, '', words.limits, '');
	lines.push(...words.says.map((sentence, index) => `${words.number(index + 1)}${sentence}`), '');
	return lines.join('\n');
}
