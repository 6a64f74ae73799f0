import { z } from 'zod';

/** A weakness that the registry knows of in a package of the lock file. */
export interface Advisory {
	/** `GHSA-…`, or the address of the advisory where it has another name. */
	readonly id: string;
	readonly package: string;
	readonly severity: string;
	readonly title: string;
}

/** What is known and borne for a while, by whom is seen in the history of the file. */
const exceptionsSchema = z.array(
	z.strictObject({
		advisory: z.string().min(1),
		package: z.string().min(1),
		/** Why it does no harm here. */
		reason: z.string().min(20),
		/** Last day on which it is borne. */
		until: z.iso.date(),
	}),
);

export type Exceptions = z.infer<typeof exceptionsSchema>;

/** @throws Error for a file that is no list of exceptions with reason and end */
export function readExceptions(text: string): Exceptions {
	return exceptionsSchema.parse(JSON.parse(text));
}

const via = z.union([
	z.string(),
	z.object({ name: z.string(), title: z.string(), url: z.string(), severity: z.string() }),
]);
const reportSchema = z.object({
	auditReportVersion: z.literal(2),
	vulnerabilities: z.record(z.string(), z.object({ via: z.array(via) })),
});

/**
 * Advisories in what `npm audit --json` prints, each once.
 *
 * @returns undefined where it is no report: the registry did not answer, or not as one that can be asked
 */
export function advisoriesIn(printed: string): Advisory[] | undefined {
	const report = reportSchema.safeParse(parsed(printed));
	if (!report.success) return undefined;
	const found = new Map<string, Advisory>();
	for (const { via: causes } of Object.values(report.data.vulnerabilities))
		for (const cause of causes) {
			// A name alone says: through that package, which stands in the list by itself.
			if (typeof cause === 'string') continue;
			const id = /GHSA(?:-[a-z0-9]{4}){3}/.exec(cause.url)?.[0] ?? cause.url;
			found.set(`${id} ${cause.name}`, { id, package: cause.name, severity: cause.severity, title: cause.title });
		}
	return [...found.values()].sort((a, b) => (a.id + a.package < b.id + b.package ? -1 : 1));
}

export interface Judged {
	/** Not excepted, or no longer. */
	readonly open: readonly Advisory[];
	readonly excepted: readonly Advisory[];
	/** Exceptions that nothing needs any more. */
	readonly stale: Exceptions;
}

/** @param today YYYY-MM-DD */
export function judge(advisories: readonly Advisory[], exceptions: Exceptions, today: string): Judged {
	const covers = (advisory: Advisory) => (one: Exceptions[number]) =>
		one.advisory === advisory.id && one.package === advisory.package;
	const isExcepted = (advisory: Advisory) => exceptions.some((one) => covers(advisory)(one) && today <= one.until);
	return {
		open: advisories.filter((advisory) => !isExcepted(advisory)),
		excepted: advisories.filter(isExcepted),
		stale: exceptions.filter((one) => !advisories.some((advisory) => covers(advisory)(one))),
	};
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
