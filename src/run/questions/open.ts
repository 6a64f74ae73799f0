import type { Findings } from '../../findings/schema.ts';
import type { Asset } from '../../ledger/asset.ts';
import { wordsOf } from '../../reports/words.ts';
import { diskFile } from '../../sources/evidence-file.ts';
import { readReviewSheet } from '../../sources/review-sheet.ts';
import { writeReviewSheet } from '../../sources/review-sheet-write.ts';
import { applySheet, type SheetDefaults, type SheetReading } from '../deciding/apply-sheet.ts';
import { type Before, figuresBefore } from '../deciding/before.ts';
import { decisionOn, type NewDecision } from '../deciding/decide.ts';
import type { DecisionRequest } from '../deciding/request.ts';
import { requestCells } from '../deciding/requests.ts';
import { reviewRows } from '../deciding/review-rows.ts';
import { loadDecisions } from '../load-settings.ts';
import type { Environment } from '../store-place.ts';
import { openView } from './case-view.ts';
import {
	readBacking,
	readFigureRows,
	readJudged,
	readLeadDays,
	readLinkRows,
	readProposalRows,
} from './last-tables.ts';
import { answerOrigin, type OriginAnswer } from './origin.ts';
import { answerPerson, type PersonAnswer } from './person.ts';
import { answerTrace, type TraceAnswer, type TraceRequest } from './trace.ts';
import { answerWhy, type WhyAnswer } from './why.ts';

/** Questions to a case that was run. */
export interface Questions {
	/** Every asset of the case, by id. */
	readonly assets: ReadonlyMap<string, Asset>;
	readonly offsetMinutes: number;
	trace(request: TraceRequest): Promise<TraceAnswer>;
	origin(subject: string): Promise<OriginAnswer>;
	person(text: string): Promise<PersonAnswer>;
	why(id: string): Promise<WhyAnswer>;
	todo(): Promise<Findings['todo']>;
	/** The line of decisions.csv that a request becomes, with the figures it may move; a problem where it makes no sense. */
	decide(request: DecisionRequest): Promise<{ readonly decision: NewDecision; readonly before: readonly Before[] }>;
	/** The review workbook (XLSX) of the list of what to do. */
	reviewSheet(): Promise<Uint8Array>;
	/** What a filled-in review workbook says, judged as a whole. */
	applySheet(path: string, defaults: SheetDefaults): Promise<SheetReading>;
	close(): Promise<void>;
}

/**
 * Opens the last run of a case for questions.
 *
 * @param env where `case.yaml` may find the password of the store
 * @throws Problem report.missing where it was never run
 */
export async function openQuestions(folder: string, env: Environment = {}): Promise<Questions> {
	const view = await openView(folder, env);
	return {
		assets: view.assets,
		offsetMinutes: view.settings.offsetMinutes,
		trace: (request) => answerTrace(view, request),
		origin: (text) => answerOrigin(view, text),
		person: (text) => answerPerson(view, text, (id) => readLeadDays(folder, id)),
		why: (id) =>
			answerWhy(view, id, {
				figureRows: (figure) => readFigureRows(folder, figure),
				linkRows: (link) => readLinkRows(folder, link),
				proposalRows: (proposal) => readProposalRows(folder, proposal),
				judged: (transfer) => readJudged(folder, transfer),
				backing: (transfer) => readBacking(folder, transfer),
			}),
		todo: async () => view.findings.todo,
		decide: async (request) => {
			const decision = await decisionOn(view, request, await loadDecisions({ root: folder }));
			return { decision, before: figuresBefore(view, decision) };
		},
		reviewSheet: async () => {
			const { language } = view.findings.case;
			const { heads, rows } = requestCells(view.findings);
			const texts = { language, ...wordsOf(language).review, requestHeads: heads };
			return writeReviewSheet(await reviewRows(view), rows, texts);
		},
		applySheet: async (path, defaults) => {
			const sheet = await readReviewSheet(await diskFile(path, path));
			return applySheet(view, sheet, await loadDecisions({ root: folder }), defaults);
		},
		close: () => view.close(),
	};
}
