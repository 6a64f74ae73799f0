import { buildFindings } from '../../src/findings/build.ts';
import type { ChainFacts } from '../../src/findings/input.ts';
import type { Findings } from '../../src/findings/schema.ts';
import type { AccountId } from '../../src/ledger/account.ts';
import type { LedgerRecord } from '../../src/ledger/record.ts';
import { STATEMENT_KINDS } from '../../src/ledger/statement.ts';
import type { StatementsByKind } from '../../src/run/beside.ts';
import { caseFileSchema } from '../../src/run/case-file.ts';
import { derive } from '../../src/run/derive.ts';
import { settingsOf } from '../../src/run/settings.ts';

/** A case of live records alone: who pays is a start, nobody is known by name. */
export async function deriveLive(
	records: readonly LedgerRecord[],
	chains: Partial<ChainFacts>,
	more: { readonly starts?: readonly AccountId[]; readonly language?: 'zh' | 'en' } = {},
) {
	const { starts = ['eth:0xa'], language = 'zh' } = more;
	const { receipts = [], vanished = [], disagreements = [] } = chains;
	const none = Object.fromEntries(STATEMENT_KINDS.map((kind) => [kind, []])) as unknown as StatementsByKind;
	const settings = settingsOf(
		caseFileSchema.parse({ version: 1, name: '链上案', language, seeds: { overseas: true, accounts: [...starts] } }),
	);
	const statements = {
		records,
		calls: [],
		said: { ...none, receipts },
		decisions: [],
		evidence: { files: [], rows: { total: 0, read: 0, skipped: 0, rejected: 0 } },
		chains: { vanished, disagreements },
	};
	const { derived } = await derive(statements, settings, 'live', () => Promise.resolve());
	const findings: Findings = buildFindings({ ...derived, tables: [] }, () => false);
	return { derived, findings };
}
