import type { DecisionAct } from '../ledger/decision.ts';

/** What people write for an act, in decisions.csv and in a review sheet. The first Chinese word is the one we write. */
export const ACT_WORDS: ReadonlyMap<string, DecisionAct> = new Map([
	['确认', 'confirm'],
	['驳回', 'reject'],
	['否定', 'reject'],
	['撤回', 'withdraw'],
	['拆分', 'split'],
	['性质', 'kind'],
	['定性', 'kind'],
	['争议', 'dispute'],
	['存疑', 'dispute'],
	['confirm', 'confirm'],
	['reject', 'reject'],
	['withdraw', 'withdraw'],
	['split', 'split'],
	['kind', 'kind'],
	['dispute', 'dispute'],
]);

/** The word for an act in a language. */
export function actWord(act: DecisionAct, language: 'zh' | 'en'): string {
	return language === 'en' ? act : ([...ACT_WORDS].find(([, known]) => known === act)?.[0] ?? act);
}
