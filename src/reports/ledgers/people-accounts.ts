import type { FindingsPerson } from '../../findings/schema.ts';
import { handleOf, networkOf } from '../../ledger/account.ts';
import { text, whole } from '../cell.ts';
import { word } from '../words.ts';
import { type Ledger, ledgerReport } from './ledger.ts';

interface Row {
	readonly person: FindingsPerson;
	readonly held?: FindingsPerson['accounts'][number];
}

/** 附表1: who holds which account, and on whose word. A person without accounts has a row too. */
const ledger: Ledger<Row> = {
	id: 'people-accounts',
	file: 'people',
	*rows({ findings }) {
		for (const person of findings.people) {
			if (person.accounts.length === 0) yield { person };
			for (const held of person.accounts) yield { person, held };
		}
	},
	columns: [
		['number', (_, __, index) => whole(index + 1)],
		['name', ({ person }) => text(person.name)],
		['nicknames', ({ person }, { words }) => text(person.nicknames.join(words.separator))],
		['identity', ({ person }) => text(person.identity)],
		['role', ({ person }, { words }) => text(person.role === '' ? '' : word(words.roles, person.role))],
		['group', ({ person }) => text(person.group)],
		['superior', ({ person }) => text(person.superior)],
		['network', ({ held }, { words }) => text(held ? word(words.networks, networkOf(held.account)) : '')],
		['account', ({ held }) => text(held ? handleOf(held.account) : '')],
		['attribution', ({ held }, { words }) => text(held ? word(words.attributionGrades, held.grade) : '')],
		['confidence', ({ held }) => whole(held?.confidence)],
		['source', ({ held }) => text(held?.source ?? '')],
		['withdrawn', ({ held }, { words }) => text(held ? (held.withdrawn ? words.yes : words.no) : '')],
	],
};

export const peopleAccounts = ledgerReport(ledger);
