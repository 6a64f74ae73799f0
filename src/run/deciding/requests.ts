import type { Todo } from '../../findings/todo/item.ts';
import { formatAmount } from '../../ledger/money.ts';
import { formatDay } from '../../ledger/time.ts';
import { visible } from '../../reports/visible.ts';
import { word, wordsOf } from '../../reports/words.ts';
import type { CaseView } from '../questions/case-view.ts';

/** Lines of the request list (待调取清单), the most yuan at stake first: whom to ask about which account, for when, and why. */
export function requestLines(view: CaseView): string[][] {
	const { offsetMinutes, language } = view.findings.case;
	const words = wordsOf(language);
	const asked = view.findings.todo.filter(
		(point): point is Todo & { request: NonNullable<Todo['request']> } => point.request !== undefined,
	);
	return asked.map(({ request, code, stake, id }, index) => {
		const { platform, account, holder, from, until, want } = request;
		const day = (instant: number | undefined) => (instant === undefined ? '' : formatDay(instant, offsetMinutes));
		return [
			String(index + 1),
			word(words.requestPlatforms, platform),
			word(words.networks, platform),
			visible(account),
			visible(holder),
			day(from),
			day(until),
			word(words.requestWants, want),
			stake === '0' ? '' : formatAmount(BigInt(stake), 2),
			word(words.requestSettles, code),
			id,
		];
	});
}
