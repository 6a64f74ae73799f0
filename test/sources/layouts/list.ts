/** Every layout of money that is rendered and read back. Adding one: a file beside this, a line here. */
import { alipayApp2021, alipayApp2022, alipayWeb } from './alipay-bill.ts';
import { alipayAccountDetail, alipayBalanceDetail, alipayTradeRecords, alipayTransferDetail } from './alipay-return.ts';
import { bankFlow, bankWorkbook } from './bank-flow.ts';
import { binanceDeposits, binanceStatement, binanceWithdrawals } from './binance.ts';
import { appmsgXml, chatlogCsv, chatlogJson, pywxdump, wechatmsg } from './chatlog.ts';
import { ethereumEtl } from './ethereum-etl.ts';
import { etherscanInternal, etherscanTransactions } from './etherscan-coins.ts';
import { etherscanErc20 } from './etherscan-erc20.ts';
import { forensicReport } from './forensic-report.ts';
import { htxTrades } from './htx-trades.ts';
import type { Layout } from './layout.ts';
import { mappedOwn, mappedTransfers } from './mapped-transfers.ts';
import { oklinkEth, oklinkTron } from './oklink.ts';
import { oklinkTransactions } from './oklink-transactions.ts';
import { okxFunding, okxTrades } from './okx.ts';
import { paymentInstitution } from './payment-institution.ts';
import { cmbDebit, cmbJudicial, icbcDebit } from './single-banks.ts';
import { tenpayTrades, tenpayWorkbook } from './tenpay-trades.ts';
import { trongrid, tronscan } from './tron-json.ts';
import { wechatBill, wechatWorkbook } from './wechat-bill.ts';
import { wechatStatementPdf } from './wechat-statement-pdf.ts';

export const LAYOUTS: readonly Layout[] = [
	tenpayTrades,
	tenpayWorkbook,
	wechatBill,
	wechatWorkbook,
	wechatStatementPdf,
	forensicReport,
	alipayWeb,
	alipayApp2021,
	alipayApp2022,
	alipayAccountDetail,
	alipayBalanceDetail,
	alipayTransferDetail,
	alipayTradeRecords,
	paymentInstitution,
	bankFlow,
	bankWorkbook,
	cmbJudicial,
	cmbDebit,
	icbcDebit,
	oklinkTron,
	oklinkEth,
	oklinkTransactions,
	etherscanErc20,
	etherscanTransactions,
	etherscanInternal,
	ethereumEtl,
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
	appmsgXml,
	mappedTransfers,
	mappedOwn,
];
