import test from 'ava';
import { checkCase } from '../../src/run/case-folder.ts';

test('a setting that is left out is told at the line of what it belongs to', (t) => {
	const text = 'version: 1\nname: x\nchains:\n  - network: eth\n    endpoints: [{ url: "https://node.example" }]\n';
	t.like(
		t.throws(() => checkCase(text, 'case.yaml')),
		{ facts: { line: 5, path: 'chains.0.endpoints.0.interface' } },
	);
});
