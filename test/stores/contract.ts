import type { ExecutionContext, TestFn } from 'ava';
import type { OpenOptions, Store } from '../../src/stores/contract.ts';
import { decisionContract } from './contract-decisions.ts';
import { evidenceContract } from './contract-evidence.ts';
import { filterContract } from './contract-filters.ts';
import { runContract } from './contract-run.ts';
import { stockContract } from './contract-stock.ts';
import { writingContract } from './contract-writing.ts';

/** A store of its own for one test, empty at first. */
export interface StoreUnderTest {
	/** Opens it, also a second time after it was closed. The test's end closes it. */
	open(options?: OpenOptions): Promise<Store>;
	/** Makes it what version 1 left. It is closed when this is called. */
	becomeOlder(): Promise<void>;
	/** Makes it look as if a later version of the program had written it. It is closed when this is called. */
	becomeNewer(): Promise<void>;
}

export type MakeStore = (t: ExecutionContext) => Promise<StoreUnderTest>;

/** What every kind of store promises (src/stores/contract.ts). A new kind calls this from a test file of its own. */
export function storeContract(test: TestFn, name: string, make: MakeStore): void {
	evidenceContract(test, name, make);
	writingContract(test, name, make);
	runContract(test, name, make);
	decisionContract(test, name, make);
	stockContract(test, name, make);
	filterContract(test, name, make);
}
