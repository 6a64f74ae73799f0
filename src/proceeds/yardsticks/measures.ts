/**
 * What thresholds of law are held against, and in which unit. A name that the case has no input for is listed all the
 * same: a yardstick that could not be read must be seen.
 */
export const MEASURES = {
	/** What reached accounts of theirs through the gang (收到). */
	received: 'fen',
	/** Received less passed on (留存). */
	kept: 'fen',
	/** Pay and funding handed to members (转发下级): money handled for others, never own pay. */
	'passed-on': 'fen',
	/** Coins that became yuan: the yuan of their cash-outs. */
	converted: 'fen',
	/** Of what was received, what each policy traces to the overseas payers. */
	traced: 'fen',
	/** Victims' losses, from victims' files alone: of own leads, of the group while they took part, of the gang likewise. */
	'loss-own': 'fen',
	'loss-group': 'fen',
	'loss-gang': 'fen',
	/** Calls attempted; of them answered, talked for the case's seconds, to different numbers. */
	calls: 'count',
	'calls-answered': 'count',
	'calls-long': 'count',
	'calls-numbers': 'count',
	'calls-group': 'count',
	'calls-gang': 'count',
	/** Persons brought into lead groups. */
	'leads-own': 'count',
	'leads-group': 'count',
	'leads-gang': 'count',
	/** Lead groups that they own, and the accounts in them. */
	'groups-owned': 'count',
	'groups-members': 'count',
	/** Overseas payers that paid them. */
	served: 'count',
	/** Own accounts that somebody else controls or uses, and what flowed into them. */
	'lent-accounts': 'count',
	'lent-inflow': 'fen',
	/** What flowed into accounts that stand in others' names and that they control or use. */
	'borrowed-inflow': 'fen',
	/** No kind of evidence that the program reads shows these. */
	'messages-sent': 'count',
	posts: 'count',
	websites: 'count',
	'registered-accounts': 'count',
	followers: 'count',
	'page-views': 'count',
	'accounts-messaged': 'count',
	'members-messaged': 'count',
	'advertising-paid': 'fen',
	'phone-cards': 'count',
	'days-abroad': 'count',
	'times-concealed': 'count',
} as const satisfies Record<string, 'fen' | 'count'>;

export type MeasureName = keyof typeof MEASURES;
