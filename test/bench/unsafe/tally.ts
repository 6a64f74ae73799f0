import type { FileStock, RunStock } from '../../../src/stores/tally.ts';

/** Counts nothing and hashes nothing. */
export class FileTally {
	record(): void {}
	call(): void {}
	statement(): void {}

	stock(): FileStock {
		return { digest: '', counts: {} };
	}
}

export class RunTally {
	transfers(): void {}
	finding(): void {}

	stock(): RunStock {
		return { digest: '', transfers: 0, findings: 0, sums: {} };
	}
}
