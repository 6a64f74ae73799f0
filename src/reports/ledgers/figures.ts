/** The figures of 附表4: head of the column, name of the figure in the findings. */
export const FIGURES = [
	['received', 'received'],
	['wages', 'wages'],
	['commissions', 'commissions'],
	['bonuses', 'bonuses'],
	['rounding', 'rounding'],
	['funding', 'funding'],
	['cashOutsYuan', 'cash-outs'],
	['passedOn', 'passed-on'],
	['kept', 'kept'],
	['consistent', 'consistent'],
	['openIn', 'open-in'],
	['openOut', 'open-out'],
	['returned', 'returned'],
	['returnedTo', 'returned-to'],
	['refunded', 'refunded'],
	['disputed', 'disputed'],
	['operating', 'operating'],
] as const;

/** Figures that 附表4 leaves out: they have nothing to do with the gang, or net out. */
export const OTHER_FIGURES = [
	['privateIn', 'private-in'],
	['privateOut', 'private-out'],
	['peersIn', 'peers-in'],
	['peersOut', 'peers-out'],
	['loansIn', 'loans-in'],
	['loansOut', 'loans-out'],
	['seeds', 'seeds'],
] as const;
