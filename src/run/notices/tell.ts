import { Problem } from '../../ledger/problem.ts';
import { changesText } from '../../reports/changes/text.ts';
import { mailText } from '../../reports/notices/mail-text.ts';
import type { Notice } from '../../reports/notices/notice.ts';
import { type CaseFolder, openCase } from '../case-folder.ts';
import { offsetOf } from '../settings.ts';
import { becauseOf, noticeOf, type Told } from './compose.ts';
import { type Delivered, type Delivery, deliver, type Moment } from './deliver.ts';
import { LETTER_SCHEMA, type Letter } from './letter.ts';
import { countNotices, Spool } from './spool.ts';

/** How the notices of a run are sent. */
export interface NoticeTerms extends Pick<Moment, 'sleep' | 'random'> {
	/** False where no connection may be opened: what waits goes on waiting. */
	readonly send: boolean;
	readonly onSent: (delivered: Delivered) => void;
	/** Told of trouble with the spool itself. */
	readonly onTrouble: (problem: Problem) => void;
}

/** Milliseconds that a run waits for receivers. */
const BUDGET = 10_000;

/**
 * Sends what waits of a case, as `case.yaml` says now. The run is over by then, and is not undone by what becomes of
 * its notices: trouble is told, not thrown.
 */
export async function sendNotices(root: string, how: NoticeTerms & Omit<Delivery, 'budget'>): Promise<void> {
	if (!how.send || how.signal?.aborted || (await countNotices(root)).pending === 0) return;
	try {
		how.onSent(await deliver(await openCase(root), new Spool(root), { ...how, budget: BUDGET }));
	} catch (cause) {
		if (!(cause instanceof Problem)) throw cause;
		how.onTrouble(cause);
	}
}

/**
 * Puts what `case.yaml` wants told of a run into the spool, where it is safe; nothing is sent. Whoever calls this holds the
 * case.
 *
 * @param now milliseconds
 * @throws Problem `notice.spool` {folder, fault}
 */
export async function putNotices(folder: CaseFolder, told: Told, now: number): Promise<void> {
	const { notices } = folder.file;
	if (notices === undefined) return;
	const [first, ...others] = becauseOf(notices.on, told);
	if (first === undefined) return;
	const notice = noticeOf(folder.file.name, notices.detail, [first, ...others], told, now);
	const spool = new Spool(folder.root);
	const report = notices.detail === 'people' && told.changes?.changed ? changesText(told.changes) : undefined;
	for (const letter of lettersOf(folder, notice, now, report)) await spool.put(letter);
}

/** A notice for each receiver that `case.yaml` names. */
function lettersOf({ file }: CaseFolder, notice: Notice, now: number, report: string | undefined): Letter[] {
	const { webhook, email, detail = 'counts' } = file.notices ?? {};
	const fixed = { schema: LETTER_SCHEMA, id: notice.data.run.id, detail, made: now, tries: 0, notBefore: 0 } as const;
	const { subject, text } = mailText(notice, file.language, offsetOf(file.timezone), report);
	return [
		...(webhook === undefined
			? []
			: [{ ...fixed, way: 'webhook' as const, to: '', subject: '', body: JSON.stringify(notice) }]),
		...(email?.to ?? []).map((to) => ({ ...fixed, way: 'email' as const, to, subject, body: text })),
	];
}
