/** Every format that can be read. Adding one: a file beside this, a line here, a folder under datasets/samples/. */
import { accountsTableSource } from './accounts-table.ts';
import { bankFlow } from './bank-flow.ts';
import { caseWorkbook } from './case-workbook.ts';
import type { Hints, Source } from './contract.ts';
import { etherscanErc20 } from './etherscan-erc20.ts';
import { evidenceRegisterSource } from './evidence-register.ts';
import { groupsTableSource } from './groups-table.ts';
import { mappedSources } from './mapped.ts';
import { oklinkEth, oklinkTron } from './oklink-tron.ts';
import { peopleTableSource } from './people-table.ts';
import { tagpack } from './tagpack.ts';
import { tenpayRegistration } from './tenpay-registration.ts';
import { tenpayTrades } from './tenpay-trades.ts';
import { wechatBill } from './wechat-bill.ts';

export const SOURCES: readonly Source[] = [
	tenpayTrades,
	tenpayRegistration,
	wechatBill,
	bankFlow,
	oklinkTron,
	oklinkEth,
	etherscanErc20,
	peopleTableSource,
	accountsTableSource,
	groupsTableSource,
	evidenceRegisterSource,
	caseWorkbook,
	tagpack,
];

/**
 * The formats above and one for each mapping of the case.
 *
 * @throws Problem where a mapping cannot work on any file (see `mappedSources`)
 */
export function sourcesFor(hints: Pick<Hints, 'mappings' | 'assets'>): readonly Source[] {
	return [...SOURCES, ...mappedSources(hints)];
}
