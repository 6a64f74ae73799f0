import type { AnyCommand } from '../command.ts';
import { backup } from './backup.ts';
import { changes } from './changes.ts';
import { copy } from './copy.ts';
import { decide } from './decide.ts';
import { demo } from './demo.ts';
import { doctor } from './doctor.ts';
import { fetch } from './fetch.ts';
import { follow } from './follow.ts';
import { init } from './init.ts';
import { inspect } from './inspect.ts';
import { origin } from './origin.ts';
import { person } from './person.ts';
import { query } from './query.ts';
import { report } from './report.ts';
import { restore } from './restore.ts';
import { run } from './run.ts';
import { schema } from './schema.ts';
import { status } from './status.ts';
import { todo } from './todo.ts';
import { trace } from './trace.ts';
import { verify } from './verify.ts';
import { watch } from './watch.ts';
import { why } from './why.ts';

/** Every command, in the order of `--help`: the order in which a newcomer needs them. */
export const COMMANDS: readonly AnyCommand[] = [
	demo,
	init,
	inspect,
	fetch,
	run,
	changes,
	watch,
	status,
	report,
	verify,
	todo,
	person,
	trace,
	follow,
	origin,
	why,
	query,
	decide,
	copy,
	backup,
	restore,
	doctor,
	schema,
];
