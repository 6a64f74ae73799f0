/** Who works on a case: what its lock says, and whether that is still true. */
import { z } from 'zod';

const ownerSchema = z.object({
	pid: z.number().int().min(1),
	/** When the process began, in the system's own words (ticks since it booted); '' where it does not tell. */
	started: z.string(),
	/** Changes with every start of the machine; '' where it does not tell. */
	boot: z.string(),
	host: z.string(),
	/** What the process does: `run`, `decide` …. */
	command: z.string(),
	/** Milliseconds. */
	since: z.number(),
	/** Unlike that of any other lock. */
	nonce: z.string().min(8),
});

export type Owner = z.infer<typeof ownerSchema>;

/** This process, and what it can learn about others of its machine. */
export interface Self extends Pick<Owner, 'pid' | 'started' | 'boot' | 'host'> {
	/** When a process began, as in {@link Owner}; undefined where there is none of that number. */
	startOf(pid: number): Promise<string | undefined>;
	/** Eight and more characters that nobody else gets. */
	unique(): string;
}

/** The owner that a lock names; undefined where the text names none. */
export function readOwner(text: string): Owner | undefined {
	try {
		return ownerSchema.parse(JSON.parse(text));
	} catch {
		return undefined;
	}
}

/**
 * Whether the owner can work no more: this machine was started anew since, or its process has gone, or another process has
 * its number now. Of another machine nothing can be known, so its owner is never taken for gone.
 */
export async function isGone(owner: Owner, self: Self): Promise<boolean> {
	if (owner.host !== self.host) return false;
	if (owner.boot !== '' && self.boot !== '' && owner.boot !== self.boot) return true;
	const started = await self.startOf(owner.pid);
	if (started === undefined) return true;
	return owner.started !== '' && started !== '' && started !== owner.started;
}
