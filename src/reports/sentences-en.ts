import type { sentencesZh } from './sentences-zh.ts';

/** Sentences for codes, in English. */
export const sentencesEn: Readonly<Record<keyof typeof sentencesZh, string>> = {
	decided: 'decided by {by}: {why}',
	disputed: 'disputed by {by}: {why}',
	'decided-without-split': 'decided by {by} as wage and commission ({why}), but {readings} splits fit',
	seed: 'a seed payment of the trace',
	'cash-out': 'yuan for coins ({cashOut})',
	'own-move': 'between accounts of one person',
	'own-move-medium': 'between own wallet and card ({medium:media})',
	fee: 'fee',
	'refund-row': 'refund whose payment was not found',
	'fully-refunded': 'fully refunded ({refunded} CNY)',
	'memo-return': 'memo "{memo}" says it was sent back',
	'amount-return': 'the same amount came within {days} days before and was sent back',
	'memo-loan': 'memo "{memo}" says loan',
	'memo-repayment': 'memo "{memo}" says repayment',
	'amount-repayment': 'the amount of a loan the other way',
	'memo-operating': 'memo "{memo}" says operating cost',
	'memo-family': 'memo "{memo}" says family',
	'memo-private': 'memo "{memo}" says private',
	'memo-mixed': 'memo "{memo}" speaks of pay and of something else',
	'memo-other': 'from a superior, but memo "{memo}" speaks of something that is not pay',
	'memo-bonus': 'memo "{memo}" says bonus',
	'memo-funding': 'memo "{memo}" says money to be passed on',
	funding: 'from {payerRole:roles} to {payeeRole:roles}, who pays others; nothing said against it',
	'pay-amount': 'from a superior; {readings} readings agree in wage and commission',
	'pay-memo': 'from a superior; memo "{memo}" agrees with the pay rules',
	'pay-report': 'from a superior; agrees with a report of {leads} leads',
	'pay-ambiguous': 'fits the pay rules, but in {readings} splits of wage and commission',
	'pay-other-reports':
		'from a superior; other payouts had the reports that every other of {readings} readings would need',
	'pay-history':
		'inferred from regularity, not from a record: the explanations of all payouts with fewest exceptions read wage {wage} and commission {commission} CNY (any other: {count} more of {worse:costs}); in no total',
	'pay-or-repayment': 'fits the pay rules ({readings} readings), but may repay a loan',
	'pay-no-relation': 'fits the pay rules, but {payerRole:roles} is not known as superior of this {payeeRole:roles}',
	'pay-proposed-account': 'fits the pay rules, but an account is not yet verified',
	'pay-group-packet': 'share of a group packet that memo "{memo}" calls commission: consistent at most',
	'pay-received-packet':
		'fits the pay rules ({readings} readings), but only the payee’s rows show this packet: it may be a random share of a group packet',
	'pay-lucky-packet':
		'fits the pay rules, but is a sum that people give for luck, and nothing but the amount speaks for pay',
	'contradicts-report': 'none of {readings} readings has the number of leads reported ({reported})',
	'contradicts-memo': 'none of {readings} readings agrees with memo "{memo}"',
	'no-reading': 'the amount fits no reading of the pay rules',
	'group-packet': 'share of a group packet without a memo',
	'amount-alone': 'the amount alone fits the pay rules ({readings} readings); the other side is nobody known',
	'outside-spell': 'fits the pay rules ({readings} readings), but one side was no member on that day',
	peers: 'between {payerRole:roles} and {payeeRole:roles}',
	upwards: 'to a superior, nothing said',
	merchant: 'to a merchant',
	family: 'family',
	employer: 'salary of a lawful employer',
	operating: 'to a supplier of the operation',
	'unexplained-in': 'from {payer}, nothing known of what for',
	'unexplained-out': 'to {payee}, nothing known of what for',
	// What payments show of superiors and roles (hierarchy).
	'hierarchy-paid': 'paid on {days} of {span} days, median gap {gap} days, {payments} payments of {yuan} yuan in all',
	'hierarchy-payers': 'of the {of} days on which any possible superior paid, this one did on {days}',
	'hierarchy-team': 'pays {members} people on the same rhythm',
	'hierarchy-funds': 'paid {yuan} yuan to somebody who paid {paid} yuan on to a team',
	'hierarchy-pay-notes': '{notes} notes speak of pay',
	'hierarchy-pays-daily': 'pays {members} people daily, a median {yuan} yuan a person and day, about {hour}',
	'hierarchy-pays-weekly': 'pays {members} people weekly, a median {yuan} yuan a time, about {hour}',
	'hierarchy-funded': 'funded in {weeksPaid} of {weeks} weeks ({days} days) with {yuan} yuan, paid on {paid} yuan',
	'hierarchy-funding-unknown': 'where the money paid out came from is not seen',
	'hierarchy-funds-heads': 'funds {heads} who pay teams, {yuan} yuan',
	'hierarchy-coins': 'got overseas coins in {transfers} transfers',
	'hierarchy-nobody-above':
		'nobody is seen to fund this one, who may be a go-between of somebody the evidence does not show',
	'hierarchy-varied':
		'pay of {days} days varies ({least} to {most} yuan, median {median}); {fits} of them are no fixed sum, as commissions are',
	'hierarchy-fixed':
		'on {fits} of {days} days the same {yuan} yuan, half or twice of it, no commission; median of the team’s varying pay: {team}',
	'hierarchy-pay-tells-not': 'fixed pay that is not more than a caller’s: payments alone do not tell the role',
	'hierarchy-checks': 'besides, records of checks show {checks} made',
	'hierarchy-other-rhythm': 'paid on {days} days, median gap {gap} days: not the rhythm of the payer’s others',
	'hierarchy-other-amount': 'a median {yuan} yuan a day: far from what the payer’s others get',
	'hierarchy-other-hour': 'paid about {hour}: not when the payer’s others are',
	'hierarchy-pays-monthly': 'pays {members} people once a month, as an employer does',
	'hierarchy-paid-monthly': 'paid once a month by {members} people, as a landlord or shop is',
	'hierarchy-role-differs': 'given as {given:roles}, paid as {proposed:roles}',
	'hierarchy-superior-differs': 'superior given as {given}, paid by {proposed}',
	'hierarchy-dates-differ': 'paid by {proposed}, {days} days outside the given dates',
	'hierarchy-unpaid': 'given as {given:roles}, no such payments seen in that time',
	'hierarchy-checks-differ': 'made {checks} checks by the records of checks, paid as {proposed:roles}',
	'hierarchy-dialler-differs': 'in team {team} of the dialler, most of which {given} pays; paid by {proposed}',
	'hierarchy-moved': 'paid by {to} instead of {from} from {time} on',
	'hierarchy-group': '{members} of those paid are given in {group}',
	'hierarchy-agreement': '{same} the same, {different} different',
	'hierarchy-tie':
		'{rhythm:rhythms}: on {days} of {spanDays} days, in {weeksPaid} of {weeks} weeks, median gap {medianGap} days; median day {median} yuan, most often {usual} yuan ({usualDays} days); notes of something else: {apart}',
	'hash-differs': 'hash differs from the recorded one, now {found}: check where the file came from',
	'unknown-format': 'unknown format: give a mapping, or say that it holds no money',
	'not-read-yet': 'not read yet ({problem:problems}): do what inspect says, then run again',
	'file-refused': 'not read ({problem:problems}): mend it and put it in again',
	'balance-gap':
		'printed balances of account {account} do not add up at {rows} rows (first: {first}): look for missing rows',
	'rejected-rows': '{rows} rows could not be read: look at the reject file',
	'two-holders': 'one account is said to belong to several ({claims}): find its holder, reject the wrong claim',
	'equal-names': 'two people are called "{name}": tell them apart by identity number',
	'role-proposed':
		'{name}: {payments} payments look like those of a {role:roles}, under “{superior}” (confidence {confidence}, reasons in schedule 15): identify; confirm, with a name where none is given',
	'like-leader':
		'{name} paid {payees} people {payments} times, as a leader would: identify, then confirm and name the person',
	'like-caller':
		'{name} was paid {payments} times by {payers}, as a caller would be: identify, then confirm and name the person',
	'unlabelled-payer': 'paid {count} times into a core wallet without a label: identify, enter in the accounts table',
	'proposed-cash-out': 'cash-out at {rate} with {rivals} rivals: confirm or reject',
	'unmatched-coins':
		'coins moved and no yuan was found for them: ask who uses {account}, and what they paid and were paid',
	'unmatched-yuan':
		'{payments} payments with {name} for which no coins are seen to have moved: identify them, or say the kind',
	'open-kind': 'kind is open ({reason:sentences}): ask, or find more evidence',
	'disputed-row': 'contested ({by}: {why}): settle its kind, or withdraw the dispute',
	'unclear-swap':
		'transaction {subject}: {accounts} gave one asset and got another, and nothing says whose swap it was or of what for what, so nothing is converted: label the pool as a service, or the wallet as its holder’s',
	'contested-statement': '{person} contests on record ({document} {page}): “{claim}”: verify',
	'request-return':
		'ask {platform:networks} for the history ({name}, {first} to {last}, {transfers} transfers seen, {open} of them open)',
	nickname: 'the nickname may be account {account} ({name}; {transfers} transfers): verify, then confirm',
	'overturn-rival': 'the rival {id}, where a person confirms it',
	'overturn-payment': 'another payment of {low} to {high} yuan between {from} and {until} that is not in the evidence',
	'overturn-rate': 'a price of that day outside {min} to {max} yuan a coin',
	'overturn-purpose': 'proof that what {payer} paid ({payments} payments) was for something else',
	'overturn-order': 'an order of the exchange that gives the coins other yuan',
	'overturn-statement': 'proof that the orders {orders} are wrong or are not of this account',
	'cash-outs-crowd':
		'cash-outs: more than {limit} payments lay close together {count} times; sums were looked for among the nearest',
	'cash-outs-many':
		'cash-outs: more than {limit} sums fitted the same coins {count} times; the nearest in time were kept',
	'cash-outs-coins': 'cash-outs: more than {limit} groups of coins of one person; further ones were not looked at',
	'cash-outs-component':
		'cash-outs: {count} matches have too many explanations around them to be weighed exactly; none of them is accepted',
	'holder-proposed':
		'the account is called “{alias}”, {how:likeness} a name of {name} ({rivals} such): find out whether it is theirs, then confirm',
	unconfirmed:
		'nothing says that this payment took place ({from} to {to}): look for proof; confirm to count it, reject if it did not',
	'uncertain-merge': '{records} rows were merged by amount and time: confirm if one payment, split if several',
	'uncertain-merges':
		'{transfers} more transfers were merged by amount and time, none larger than those above: check some',
	'decision-lost':
		'line {line} of the decisions ({by}, {act:acts}) names what no longer exists ({value}): name it anew, or withdraw',
	'decision-without-effect':
		'line {line} of the decisions ({by}, {act:acts}) changes nothing of what it names: decide otherwise, or withdraw',
	'decisions-contradict':
		'lines {lines} of the decisions ({by}) contradict one another, the last one holds: withdraw and decide anew',
	'more-of-a-kind': '{count} more of “{points:todoKinds}”, none over {most} yuan',
	'narrow-bounds':
		'ask {platform:networks} for the history of {name} ({first} to {last}): it would bring the bounds of received and passed on nearer',
	'cap-rows': 'histories of the accounts concerned are whole in the period: no more than the rows show',
	'cap-payers': 'no more than those above could pay in all',
	'cap-pay-rules-gap': 'no more than the pay rules allow for the days without history',
	'cap-pay-rules': 'no more than the pay rules allow for the days as a member',
	'cap-stated': 'no more than the sum a day that the case states',
	'cap-coins': 'no more than all coins sold at the highest rate',
	'cap-payees': 'no more than those below could get in all',
	'cap-received-and-own': 'no more than was received at most and could be own money',
	'cap-received-less-passed-on': 'received at most less passed on at least',
	'cap-unbounded': 'nothing bounds it: {lacks:boundLacks}',
	'lack-consistent': '{rows} payments, {amount} CNY, are consistent with pay and no more',
	'lack-open': '{rows} payments, {amount} CNY, of which nothing says what for',
	'lack-disputed': '{rows} payments, {amount} CNY, are disputed',
	'lack-unconfirmed': '{rows} payments, {amount} CNY, of which nothing says that they took place',
	'lack-unknown-amount': '{rows} payments whose amount no row shows',
	'lack-uncertain-merge': '{rows} merges by amount and time may be several payments, {amount} CNY',
	'lack-inferred-cash-out': '{rows} inferred cash-outs, {amount} CNY: orders of the exchange or desk would settle them',
	'lack-commission-by-amount':
		'{rows} payments, {amount} CNY, are commissions by their amount alone: a note or the day’s leads would settle them',
	'lack-relation-alone':
		'{rows} payments, {amount} CNY, rest on relation and amount, and may repay a loan: an earlier history of either side, or a statement, would settle them',
	'lack-may-repay': '{rows} payments, {amount} CNY, may repay money that went the other way before',
	'lack-rounded': '{rows} payments, {amount} CNY, fit only when rounded',
	'lack-contested-account': '{rows} payments, {amount} CNY, on accounts that several are said to hold',
	'lack-account-proposed': '{rows} payments, {amount} CNY, on accounts that are only guessed',
	'lack-payer-unknown': '{rows} payments, {amount} CNY, from accounts of nobody known',
	'lack-payee-unknown': '{rows} payments, {amount} CNY, to accounts of nobody known',
	'lack-unknown-accounts': '{amount} CNY between those above or below and accounts of nobody known',
	'lack-return-missing': 'no whole history of {account} ({from} to {until}, {days} days)',
	'lack-return-missing-always': 'no whole history of {account}',
	'lack-accounts-not-known': 'nobody states that all accounts are known',
	'lack-payers-incomplete': '{people} who could have paid have no whole history',
	'lack-payees-incomplete': '{people} who could have been paid have no whole history',
	'lack-coins-unmatched':
		'{transfers} transfers of coins for which no yuan came: paid in cash they would be on no account, and in no bound',
	'lack-reports-imply': '{leads} leads on {days} days for which no payment shows',
	'law-kept-unbounded': 'nothing bounds kept from below: what could have been passed on has no upper bound',
	'law-traced-presumed': 'worked out by rules of presumption; no claim that money is identical',
	'law-cash-outs-inferred': 'some of it by inferred cash-outs: orders of an exchange or desk are needed',
	'law-cash-outs-proposed': '{count} more cash-outs are only proposed and not in it',
	'law-no-calls': 'no call record names this person',
	'law-no-group': 'the people list names no group of theirs',
	'law-calls-projected':
		'projected: {daily} a day over {withCalls} days with call records, for {days} more days at work without any; of use only where records were hidden or destroyed (法发〔2016〕32号)',
	'law-loss-not-tied': '{count} more victims ({amount} CNY) are in groups that several people filled: tied to nobody',
	'law-loss-no-group': '{count} more victims ({amount} CNY) are in groups that nobody known filled: tied to no team',
	'law-loss-no-day': '{count} victims ({amount} CNY) have no day of loss',
	'law-lent-unsaid':
		'accounts registered to one and used by another; no evidence says whether they were bought, sold or rented',
	'law-groups-owned': 'by the owner of the group, who need not have set it up; members as lists and joins show them',
	'law-payers-may-be-one': 'those that paid straight; accounts of nobody known may all be one payer’s',
	'law-times-counted': 'payments passed on, or cash-outs; no rule says what counts as once',
	// What a chain did not fully give.
	'chain-rate-limited':
		'{history:histories} from {from} to {until} not complete: too many requests ({reason}); wait and fetch again, or name another endpoint',
	'chain-range-refused':
		'{history:histories} from {from} to {until} not complete: range refused ({reason}); name an endpoint that allows the range',
	'chain-cut':
		'{history:histories} from {from} to {until} not complete: cut short ({reason}); fetch again, it goes on from there',
	'chain-disagreement':
		'{history:histories} from {from} to {until} in doubt: two endpoints answer differently ({reason}); check with a third',
	'chain-contradiction':
		'{history:histories}: {count} movements contradict another answer (such as transaction {transaction}); fetch again from another endpoint',
	'chain-balance-differs':
		'{history:histories} from {from} to {until} in doubt: what moved does not add up to the balance on chain ({reason}); fetch again from another endpoint',
	'chain-unreachable':
		'{history:histories} from {from} to {until} not complete: endpoint unreachable ({reason}); fetch again later, or name another endpoint',
	'chain-denied':
		'{history:histories} from {from} to {until} not complete: endpoint denies access ({reason}); check key and address',
	'chain-damaged':
		'{history:histories} from {from} to {until} not complete: damaged answers ({reason}); fetch again, or name another endpoint',
	'chain-not-visible':
		'{history:histories} from {from} to {until} not visible ({reason}); name an explorer’s interface, or declare a range of blocks to scan',
	'chain-not-kept':
		'{history:histories} from {from} to {until} not read: offline, and no answers were kept ({reason}); fetch with a network',
};
