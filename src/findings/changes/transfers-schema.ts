import { z } from 'zod';
import { amount, count, instant } from '../values-schema.ts';

const transfer = {
	id: z.string(),
	from: z.string(),
	to: z.string(),
	fromName: z.string(),
	toName: z.string(),
	asset: z.string(),
	amount,
	instant,
	exclusion: z.string().optional().describe('why it is in no figure; absent where it counts'),
};

const sums = z.array(z.object({ asset: z.string(), count, amount })).describe('of those that count, by asset');

const renamedBy = z
	.enum(['alias', 'merged', 'split', 'equal'])
	.describe(
		'alias: the same transfer under another of its ids; merged: its rows are now part of a transfer that was there; split: its rows were part of one; equal: read from other rows, equal in sides, asset, amount and time; what else differs is among the changed',
	);

export const toldTransferSchema = z.object(transfer);
export const changedTransferSchema = z.object({
	...transfer,
	fields: z.array(z.object({ field: z.string(), was: z.string(), is: z.string() })),
});
export const renamedTransferSchema = z.object({
	...transfer,
	was: z.string().describe('the id before'),
	by: renamedBy,
});

/** Transfers: counts and sums of all, the largest by themselves; every one stands in transfers.jsonl beside the report. */
export const transferChangesSchema = z.object({
	before: count,
	after: count,
	new: z.object({ count, sums, largest: z.array(toldTransferSchema) }),
	vanished: z.object({ count, sums, largest: z.array(toldTransferSchema) }),
	changed: z.object({ count, largest: z.array(changedTransferSchema) }),
	renamed: z.object({ count, by: z.record(renamedBy, count), largest: z.array(renamedTransferSchema) }),
	evidenced: count.describe('nothing but the rows behind them changed'),
});

export type TransferChanges = z.infer<typeof transferChangesSchema>;
export type ToldTransfer = z.infer<typeof toldTransferSchema>;
export type ChangedTransfer = z.infer<typeof changedTransferSchema>;
export type RenamedTransfer = z.infer<typeof renamedTransferSchema>;
