import test from 'ava';
import { statement, statementsIn } from '../../../src/stores/neo4j/cypher.ts';

/** What a statement makes, without how it passes over what is there. */
function madeBy(name: string): string {
	const lines = statement(name).split('\n');
	const last = lines.findLastIndex((line) => /^(?:CREATE|MERGE) /.test(line));
	return lines.slice(last).join(' ').replaceAll(/\s+/g, ' ').replace(/^\w+ /, '');
}

test('a batch that is sent again writes what it wrote the first time, every field of it', (t) => {
	const again = statementsIn('write').filter((name) => name.endsWith('-again') && name !== 'write/tie-again');
	t.true(again.length >= 5);
	for (const name of again) {
		const first = madeBy(name.replace(/-again$/, ''));
		t.not(first, '', name);
		t.is(madeBy(name), first, name);
	}
});
