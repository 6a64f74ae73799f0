import type { FindingsPerson } from '../../findings/schema.ts';
import { text, whole } from '../cell.ts';
import { word } from '../words.ts';
import type { Column } from './ledger.ts';

/** The first columns of a schedule of people: number, name, role, group. */
export const PERSON_COLUMNS: readonly Column<FindingsPerson>[] = [
	['number', (_, __, index) => whole(index + 1)],
	['name', (person) => text(person.name)],
	['role', (person, { words }) => text(person.role === '' ? '' : word(words.roles, person.role))],
	['group', (person) => text(person.group)],
];
