import type { Findings } from '../findings/schema.ts';
import { formatDay } from '../ledger/time.ts';
import { visible } from './visible.ts';
import { type Words, wordsOf } from './words.ts';

/**
 * File name of a report: what it is, the case, and up to which day the evidence goes, so that a ledger taken out of its
 * folder still says so while its first row stays the header.
 */
export function fileName(findings: Findings, report: Exclude<keyof Words['files'], 'asOf'>, extension: string): string {
	return caseFileName(findings, wordsOf(findings.case.language).files[report], extension);
}

/** The same for what has a name of its own; one that comes from evidence is made safe by `safeName` before. */
export function caseFileName(findings: Findings, name: string, extension: string): string {
	const { files } = wordsOf(findings.case.language);
	const { cutOff } = findings.evidence;
	const day = cutOff === undefined ? [] : [files.asOf(formatDay(cutOff, findings.case.offsetMinutes))];
	return `${[name, safeName(findings.case.name), ...day].join('_')}.${extension}`;
}

/** Without what a file system or a shell could stumble over; 40 characters leave room under every limit. */
export function safeName(name: string): string {
	const plain = visible(name).replaceAll(/[\s\\/:*?"<>|'`$&;]+/gu, '-');
	return [...plain]
		.slice(0, 40)
		.join('')
		.replaceAll(/^[-.]+|[-.]+$/g, '');
}
