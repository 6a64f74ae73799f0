import type { Method, MethodKey } from './methods-zh.ts';

export const methodsEn: Readonly<Record<MethodKey, Method>> = {
	nature: {
		title: 'What this report is',
		text: 'An analysis of fund flows, an aid: no expert opinion and no audit. It states what records say and what follows by published rules. It finds no crime, chooses no charge, and calls no figure proceeds of crime or amount of fraud: the former is for the court, the latter rests on victims’ files.',
		source:
			'Interpretation of the Supreme People’s Court on the Criminal Procedure Law (法释〔2021〕1号), article 100: a report on a specialised question by a person with special knowledge may be used as evidence. (Quoted from published full texts; the official text was not seen.)',
	},
	evidence: {
		title: 'Evidence and the fate of every row',
		text: 'SHA-256 of every unchanged file, compared with the register. Every row is read, skipped for a stated reason, or rejected and kept verbatim; the three add up. Every figure leads to file, sheet and row.',
		source:
			'Rules on electronic data in criminal cases (法发〔2016〕22号), articles 5 and 14; 法释〔2021〕1号, articles 110 to 114. (Quoted from published full texts; the official text was not seen.) SHA-256: NIST FIPS PUB 180-4.',
	},
	merging: {
		title: 'One payment counts once',
		text: 'A payment that payer’s bill, payee’s bill, return and chat tell of is one payment with several pieces of evidence. Equal full identifiers are merged; across files rows pair one to one, so that the count is the most that any one file shows. Two rows of one file are two payments. A merge by amount and time alone is marked and can be split.',
		source: 'A convention of this program; no law states it. Every merge is in schedule 13.',
	},
	order: {
		title: 'Order in time',
		text: 'On a chain by block and place in it; elsewhere by instant, then by row. Where nothing tells which of two came first and it matters, they are marked as a tie. Value never moves backwards in time.',
		source: 'A convention of this program; no law states it.',
	},
	attribution: {
		title: 'From accounts to people',
		text: 'Bills and chains prove account to account. Whose an account is, is a claim with source, date and grade (registered, controls, uses, proposed), and can be withdrawn. Every figure of a person rests on such claims. Overseas is such a claim too: never concluded from an address or a number; a payer without a label is no seed.',
		source:
			'法发〔2016〕22号, article 25 (identity on the net and in life is judged on all circumstances). (Quoted from published full texts; the official text was not seen.) The grades are a convention of this program.',
	},
	seeds: {
		title: 'Seeds',
		text: 'What is followed: the first arrival of what overseas accounts paid, as the case names them. What others paid into the same wallet is of another origin.',
		source: 'Set by the case; sources beside.',
	},
	lots: {
		title: 'Money that is mixed',
		text: 'Mixed money carries no marks. In which order an account’s payments draw on what it received can only be agreed: first in first out, last in first out, in proportion (whole units by largest remainder), or poison (marks only: an upper bound that does not add up). All four are computed and printed side by side; text and charts follow the one that the case sets. A path under a policy does not say that money is identical. Members’ pay hangs on none of it. What an account pays beyond its known balance is of unknown origin and not traced. Value is conserved for every asset and origin, or there is no result.',
		source:
			'FIFO: Devaynes v Noble (Clayton’s Case) (1816) 1 Mer 572. Proportion: Barlow Clowes International Ltd v Vaughan [1992] 4 All ER 22 (CA). Proportion and poison for coins: Möser, Böhme, Breuker, Towards Risk Scoring of Bitcoin Transactions, Financial Cryptography 2014 Workshops. FIFO for coins: Anderson, Shumailov, Ahmed, Making Bitcoin Legal, Security Protocols 2018. None is an authority of Chinese law; LIFO has none and is shown for comparison. (Citations were not checked against the originals.)',
	},
	cashOuts: {
		title: 'Coins matched to yuan (cash-outs)',
		text: 'No number ties coins sold to yuan received: only the person, the window of time and the band of rates. Everything that fits is weighed together: confidence is the share of possible worlds that hold a match, chance the number of sums to expect in the band by accident. Only what is unique (confidence at least 0.98) and within the limit of chance is accepted; all else stays open, with its rivals and what would overturn it. Accepted or confirmed, it stays inferred. Value is the yuan that came; no rate is assumed.',
		source:
			'Probabilistic inference (Bayes’ rule), learned from the case. A method of this program; no law states it. No uniform rule values virtual currency, so the yuan obtained are shown.',
	},
	pay: {
		title: 'What counts as pay',
		text: 'Payment = wage + commission + rounding; commission = leads × rate. Documented: the payer is the payee’s superior on that day, both accounts are known, and all readings agree. Consistent: the amount fits, something is missing. Open: nothing tells, or evidence contradicts. The latter two are in no documented sum. An amount alone proves nothing. Packets of lucky numbers and random shares of group packets are no pay by their amount.',
		source:
			'The pay rules are set by the case from statements and chats (beside); the method is a convention of this program.',
	},
	figures: {
		title: 'Received, passed on, kept',
		text: 'Three figures side by side, nothing netted in silence. Returned, refunded, lent, family, disputed and open amounts stand apart. Levels must not be added up: the case total is the inflow from outside, once, and equals kept + operating costs + unresolved; both sides are computed independently.',
		source:
			'Criminal Law, article 64 is for the court; practice differs on deducting costs, so gross, passed on and rest are shown. (The official text was not seen.)',
	},
	bounds: {
		title: 'Bounds',
		text: 'Evidence is always missing. At least: what no missing evidence can take away. At most: what rows leave possible and what missing histories can hide, with what bounds it. Where nothing bounds it, that is said.',
		source: 'A convention of this program; no law states it. Each person: schedule 17.',
	},
	hierarchy: {
		title: 'Superiors and roles proposed from payments',
		text: 'Who pays whom in which rhythm, sums and hours, without a look at the list of people; then compared with it. Confidence = (fits + 1) / (observations + 2). In no total until a person adopts it.',
		source:
			'Laplace’s rule of succession (Essai philosophique sur les probabilités, 1814; not checked against the original). The rest is a convention of this program.',
	},
	grades: {
		title: 'Grades of evidence',
		text: 'Both sides: independent institutions agree, or it is on a chain. One ledger: one institution’s books. Inferred: amount, time and rate fit. Stated: somebody said so. A path has the grade of its weakest link. A confirmation says who, when and why, and raises no grade.',
		source: 'A convention of this program; no law states it.',
	},
	nicknames: {
		title: 'Nicknames and jargon',
		text: 'Nicknames stand with each person and in the index; terms in the annex. Equal nicknames are not one person for that.',
		source:
			'法释〔2021〕1号, article 115 (nicknames and jargon are to be explained). (Quoted from published full texts; the official text was not seen.)',
	},
};
