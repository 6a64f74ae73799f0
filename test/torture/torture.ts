/** One long trial. Everything it does follows from the seed, so that a failure can be had again. */
export interface Torture {
	readonly name: string;
	/** Rounds where none are asked for. */
	readonly rounds: number;
	/** @throws Error that tells what failed, and by which input */
	run(seed: number, rounds: number): Promise<void>;
}
