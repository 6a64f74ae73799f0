import type { Payment } from '../../../datasets/demo/world.ts';
import type { Gang } from './gang.ts';
import type { Money } from './money.ts';

/** What really reached a person's accounts for the work, what went on to members, and the difference. Fen. */
export interface TruePerson {
	readonly identity: string;
	readonly role: string;
	readonly received: bigint;
	readonly passedOn: bigint;
	readonly kept: bigint;
}

const PAY: ReadonlySet<Payment['purpose']['kind']> = new Set(['pay', 'funding']);

/** From the invented world alone. What was sent by mistake counts as received; what was sent back is netted with nothing. */
export function truthOf({ people }: Gang, { payments }: Money): TruePerson[] {
	return people.map((person) => {
		const sum = (list: readonly Payment[]) => list.reduce((total, { fen }) => total + fen, 0n);
		const got = payments.filter(
			({ to, purpose }) => to.person === person && (PAY.has(purpose.kind) || purpose.kind === 'cash-out'),
		);
		const paid = payments.filter(({ from, purpose }) => from.person === person && PAY.has(purpose.kind));
		const [received, passedOn] = [sum(got), sum(paid)];
		const { identity, spells } = person;
		return { identity, role: spells[0]?.role ?? '', received, passedOn, kept: received - passedOn };
	});
}
