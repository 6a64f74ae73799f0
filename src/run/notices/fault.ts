/**
 * Why a notice was not delivered. `secret`: its secret cannot be read; `unreachable`: nobody answered, or the connection
 * broke; `timeout`; `tls`: no safe connection; `redirected`: told to go elsewhere, which is never done; `login`: user or
 * password refused; `busy`: the server says that it cannot now; `refused`: it does not take this notice; `gone`: it says never
 * to come again; `unnamed`: `case.yaml` names no such receiver any more; `withheld`: it holds names, and `case.yaml` says by now
 * that counts alone go out.
 */
export type FaultCode =
	| 'secret'
	| 'unreachable'
	| 'timeout'
	| 'tls'
	| 'redirected'
	| 'login'
	| 'busy'
	| 'refused'
	| 'gone'
	| 'unnamed'
	| 'withheld';

/** Trouble with one try. Its facts are fit to be printed: never what a server said, never an address's path. */
export class Undelivered extends Error {
	override name = 'Undelivered' as const;
	readonly fault: Fault;
	/** Milliseconds that the receiver asked to be left alone. */
	readonly after: number | undefined;
	/** Whether it is a fault of this notice or of whom it is for, and not of the way there: the next one may well be taken. */
	readonly alone: boolean;

	constructor(fault: Fault, more: { readonly after?: number | undefined; readonly alone?: boolean } = {}) {
		super(fault.code);
		this.fault = fault;
		this.after = more.after;
		this.alone = more.alone ?? OF_ONE_NOTICE.has(fault.code);
	}
}

export interface Fault {
	readonly code: FaultCode;
	/** Host and port as `case.yaml` names them. */
	readonly host: string;
	/** Code of the answer (HTTP or SMTP), 0 without one. */
	readonly status: number;
	/** Code of the system, such as ECONNREFUSED; '' without one. */
	readonly cause: string;
}

const OF_ONE_NOTICE: ReadonlySet<FaultCode> = new Set(['refused', 'unnamed', 'withheld']);
