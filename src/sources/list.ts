/** Every format that can be read. Adding one: a file beside this, a line here, a folder under datasets/samples/. */
import { accountsTableSource } from './accounts-table.ts';
import { alipayAccountDetail } from './alipay-account-detail.ts';
import { alipayBalanceDetail } from './alipay-balance-detail.ts';
import { alipayBill } from './alipay-bill.ts';
import { alipayLogins } from './alipay-logins.ts';
import { alipayRegistration } from './alipay-registration.ts';
import { alipayTradeRecords } from './alipay-trade-records.ts';
import { alipayTransferDetail } from './alipay-transfer-detail.ts';
import { appmsgXml } from './appmsg-xml.ts';
import { bankAccounts } from './bank-accounts.ts';
import { bankFlow } from './bank-flow.ts';
import { bankMeasures } from './bank-measures.ts';
import { bankTasks } from './bank-tasks.ts';
import { binanceDeposits, binanceWithdrawals } from './binance-chain.ts';
import { binanceStatement } from './binance-statement.ts';
import { caseWorkbook } from './case-workbook.ts';
import { chatText } from './chat-text.ts';
import { chatlogCsv } from './chatlog-csv.ts';
import { chatlogJson } from './chatlog-json.ts';
import { cmbDebit } from './cmb-debit.ts';
import { cmbJudicial } from './cmb-judicial.ts';
import type { Hints, Source } from './contract.ts';
import { ethereumEtl } from './ethereum-etl.ts';
import { ethereumEtlBlocks } from './ethereum-etl-blocks.ts';
import { etherscanErc20 } from './etherscan-erc20.ts';
import { etherscanInternal } from './etherscan-internal.ts';
import { etherscanTransactions } from './etherscan-transactions.ts';
import { evidenceRegisterSource } from './evidence-register.ts';
import { forensicReport } from './forensic-report.ts';
import { groupMembersTableSource } from './group-members-table.ts';
import { groupsTableSource } from './groups-table.ts';
import { htxTrades } from './htx-trades.ts';
import { icbcDebit } from './icbc-debit.ts';
import { mappedSources } from './mapped.ts';
import { oklinkTransactions } from './oklink-transactions.ts';
import { oklinkEth, oklinkTron } from './oklink-tron.ts';
import { okxFunding } from './okx-funding.ts';
import { okxTrades } from './okx-trades.ts';
import { paymentInstitution } from './payment-institution.ts';
import { peopleTableSource } from './people-table.ts';
import { pywxdump } from './pywxdump.ts';
import { qqChatJson } from './qq-chat-json.ts';
import { tagpack } from './tagpack.ts';
import { tenpayRegistration } from './tenpay-registration.ts';
import { tenpayTrades } from './tenpay-trades.ts';
import { trongrid } from './trongrid.ts';
import { tronscan } from './tronscan.ts';
import { wechatBill } from './wechat-bill.ts';
import { wechatLogins } from './wechat-logins.ts';
import { wechatRegistration } from './wechat-registration.ts';
import { wechatStatementPdf } from './wechat-statement-pdf.ts';
import { wechatmsg } from './wechatmsg.ts';

export const SOURCES: readonly Source[] = [
	tenpayTrades,
	tenpayRegistration,
	wechatBill,
	wechatStatementPdf,
	wechatRegistration,
	wechatLogins,
	forensicReport,
	alipayBill,
	alipayAccountDetail,
	alipayBalanceDetail,
	alipayTransferDetail,
	alipayTradeRecords,
	alipayRegistration,
	alipayLogins,
	bankFlow,
	bankAccounts,
	bankMeasures,
	bankTasks,
	cmbJudicial,
	cmbDebit,
	icbcDebit,
	paymentInstitution,
	oklinkTron,
	oklinkEth,
	oklinkTransactions,
	etherscanErc20,
	etherscanTransactions,
	etherscanInternal,
	ethereumEtl,
	ethereumEtlBlocks,
	trongrid,
	tronscan,
	binanceDeposits,
	binanceWithdrawals,
	binanceStatement,
	okxFunding,
	okxTrades,
	htxTrades,
	chatlogCsv,
	chatlogJson,
	wechatmsg,
	pywxdump,
	chatText,
	appmsgXml,
	qqChatJson,
	peopleTableSource,
	accountsTableSource,
	groupsTableSource,
	groupMembersTableSource,
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
