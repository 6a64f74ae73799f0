import { flowChart } from './flow-chart.ts';
import { boundsLedger } from './ledgers/bounds.ts';
import { cashOutList } from './ledgers/cash-outs.ts';
import { chainReceiptLedger } from './ledgers/chain-receipts.ts';
import { commissionList } from './ledgers/commissions.ts';
import { eachPerson } from './ledgers/each-person.ts';
import { evidenceList } from './ledgers/evidence-list.ts';
import { expectedPayLedger } from './ledgers/expected-pay.ts';
import { hierarchyLedger } from './ledgers/hierarchy.ts';
import { keptApart } from './ledgers/kept-apart.ts';
import { leadDayLedger } from './ledgers/lead-days.ts';
import { leadRateLedger } from './ledgers/lead-rates.ts';
import type { Schedule } from './ledgers/ledger.ts';
import { measureLedger } from './ledgers/measures.ts';
import { mergingLedger } from './ledgers/merging.ts';
import { nicknameLedger } from './ledgers/nicknames.ts';
import { parameterList } from './ledgers/parameters.ts';
import { partyFlows } from './ledgers/party-flows.ts';
import { peopleAccounts } from './ledgers/people-accounts.ts';
import { policyLedger } from './ledgers/policies.ts';
import { requestLedger } from './ledgers/requests.ts';
import { sensitivityLedger } from './ledgers/sensitivity.ts';
import { testimonyLedger } from './ledgers/testimony.ts';
import { excludedLedger, transferLedger } from './ledgers/transfers.ts';
import { workLedger } from './ledgers/work.ts';
import { yardstickRuleLedger } from './ledgers/yardstick-rules.ts';
import { yardstickLedger } from './ledgers/yardsticks.ts';
import type { Report } from './report.ts';

/** Every schedule (附表), in the order of the package. */
export const SCHEDULES: readonly Schedule[] = [
	peopleAccounts,
	partyFlows,
	transferLedger,
	eachPerson,
	keptApart,
	excludedLedger,
	evidenceList,
	parameterList,
	commissionList,
	cashOutList,
	workLedger,
	testimonyLedger,
	measureLedger,
	mergingLedger,
	policyLedger,
	hierarchyLedger,
	leadDayLedger,
	expectedPayLedger,
	leadRateLedger,
	boundsLedger,
	sensitivityLedger,
	requestLedger,
	chainReceiptLedger,
	nicknameLedger,
	yardstickLedger,
	yardstickRuleLedger,
];

/** Every report of a run. */
export const REPORTS: readonly Report[] = [flowChart, ...SCHEDULES];
