import type { TestFn } from 'ava';
import type { Decision } from '../../src/ledger/decision.ts';
import type { MakeStore } from './contract.ts';

/** The copy of decisions.csv. */
export function decisionContract(test: TestFn, name: string, make: MakeStore): void {
	test(`${name}: decisions are replaced as a whole and keep their order`, async (t) => {
		const under = await make(t);
		const store = await under.open();
		await store.replaceDecisions([decisionOf(2), decisionOf(3), decisionOf(1)]);
		t.deepEqual(await store.decisions(), [decisionOf(2), decisionOf(3), decisionOf(1)]);
		await store.replaceDecisions([decisionOf(4)]);
		await store.close();
		t.deepEqual(await (await under.open()).decisions(), [decisionOf(4)]);
	});

	test(`${name}: decisions can be emptied`, async (t) => {
		const store = await (await make(t)).open();
		await store.replaceDecisions([decisionOf(1)]);
		await store.replaceDecisions([]);
		t.deepEqual(await store.decisions(), []);
	});
}

function decisionOf(line: number): Decision {
	return {
		subject: 't1',
		act: 'kind',
		value: 'wage',
		by: '王某',
		why: '笔录"第3页"',
		at: '2024-01-01',
		review: '',
		line,
	};
}
