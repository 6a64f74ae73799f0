import type { CaseFolder } from '../../run/case-folder.ts';
import type { EndpointCheck } from '../../run/chains/check-chains.ts';
import type { CheckResult, Surroundings } from './check.ts';

/** Whether every endpoint that the case names answers for its chain, takes the key, and what it shows of an account. */
export async function checkEndpoints(folder: CaseFolder, { env, language }: Surroundings): Promise<CheckResult[]> {
	if (folder.file.chains.length === 0) return [];
	const { loadSettings } = await import('../../run/load-settings.ts');
	const { checkChains } = await import('../../run/chains/check-chains.ts');
	const { systemClock } = await import('../../sources/chains/transport/clock.ts');
	const { histories } = (await import('../../reports/words.ts')).wordsOf(language);
	const results: CheckResult[] = [];
	for await (const check of checkChains(folder, await loadSettings(folder), env, systemClock))
		results.push(resultOf(check, (kind) => histories[kind] ?? kind));
	return results;
}

function resultOf(
	{ network, endpoint, found, problem, reason = '' }: EndpointCheck,
	wordOf: (kind: string) => string,
): CheckResult {
	if (problem) return { ok: false, code: problem.code, facts: problem.facts };
	if (!found) return { ok: false, code: 'doctor.chain-silent', facts: { network, endpoint, reason } };
	const { head, shown, hidden } = found;
	const facts = {
		network,
		endpoint,
		latest: new Date(head.latestInstant).toISOString().slice(0, 19),
		final: new Date(head.finalInstant).toISOString().slice(0, 19),
		shown: shown.map(wordOf).join(', '),
		hidden: hidden.map(wordOf).join(', '),
	};
	// What one endpoint hides another interface may show: it is no fault of the set-up.
	return { ok: true, code: hidden.length > 0 ? 'doctor.chain-partly' : 'doctor.chain', facts };
}
