import type { Findings } from '../../findings/schema.ts';
import type { Asset } from '../../ledger/asset.ts';
import { Problem } from '../../ledger/problem.ts';
import type { Environment } from '../store-place.ts';
import { type CaseView, openView } from './case-view.ts';
import { readBacking, readFigureRows, readJudged, readLeadDays, readLinkRows } from './last-tables.ts';
import { answerOrigin, type OriginAnswer } from './origin.ts';
import { answerPerson, type PersonAnswer } from './person.ts';
import { findSubject } from './subject.ts';
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
	/** The id a decision names: of a transfer, record, cash-out, attribution or account; a problem where there is none. */
	subject(text: string): Promise<string>;
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
				judged: (transfer) => readJudged(folder, transfer),
				backing: (transfer) => readBacking(folder, transfer),
			}),
		todo: async () => view.findings.todo,
		subject: (text) => decisionSubject(view, text),
		close: () => view.close(),
	};
}

async function decisionSubject(view: CaseView, text: string): Promise<string> {
	const id = text.trim();
	if (view.findings.cashOuts.some((c) => c.id === id)) return id;
	for (const party of view.parties.all.values()) if (party.attributions.some((a) => a.id === id)) return id;
	const subject = await findSubject(view, id);
	if (subject.kind === 'transfer') return id;
	if (subject.kind === 'account') return subject.account;
	throw new Problem('usage', 'decide.party', { text, accounts: subject.accounts.join(', ') });
}
