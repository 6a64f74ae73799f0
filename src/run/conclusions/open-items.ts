import type { Findings } from '../../findings/schema.ts';
import { gapCaption } from '../../reports/graph-captions.ts';
import { say } from '../../reports/words.ts';
import type { GapRow, TodoRow } from '../../stores/conclusions.ts';

/** What a file or a chain did not fully give. */
export function gapRows(findings: Findings): GapRow[] {
	return findings.incomplete.map(({ code, facts }, index) => {
		const text = say('zh', code, facts);
		const file = String(facts.file ?? '');
		return {
			id: String(index + 1),
			code,
			file,
			account: String(facts.account ?? ''),
			text,
			caption: gapCaption(text, file),
		};
	});
}

/** The to-do list in its order. */
export function todoRows(findings: Findings): TodoRow[] {
	return findings.todo.map(({ id: point, code, subject, facts, stake }, index) => {
		const text = say('zh', code, facts);
		return {
			id: String(index + 1),
			point,
			position: index + 1,
			code,
			subject,
			text,
			stake: BigInt(stake),
			caption: text,
		};
	});
}
